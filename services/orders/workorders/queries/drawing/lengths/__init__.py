"""Which lengths a drawing gives, and the lines that carry them outside of the glass."""
