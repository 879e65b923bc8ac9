"""Tablets of the shops: pairing, revocation, and the worker who holds one."""
