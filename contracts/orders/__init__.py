"""What the orders service says: work orders from the desk to the client's hands."""
