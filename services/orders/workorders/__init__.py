"""Work orders: from the desk's draft to the client's signature."""
