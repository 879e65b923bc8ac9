"""A whole system with everybody in it, for the tests of rights."""
