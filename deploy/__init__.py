"""How the system is brought onto a machine: embedded start, images, compose."""
