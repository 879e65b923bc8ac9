"""Records of the bus that nobody should send: five hundred kinds of them."""
