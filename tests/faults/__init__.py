"""Real processes are killed under load; what must hold is looked at afterwards."""
