"""Telling clients: by SMS, by e-mail, or by asking the desk to ring."""
