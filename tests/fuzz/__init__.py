"""Bad input: what nobody should send, sent to a whole running system."""
