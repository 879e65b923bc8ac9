"""Offices: where orders are taken and handed out, when they are open."""
