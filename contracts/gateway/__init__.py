"""What the gateway tells everybody: its offices, its staff, its tablets."""
