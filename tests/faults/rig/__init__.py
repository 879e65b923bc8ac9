"""What the fault tests put between and beside the processes."""
