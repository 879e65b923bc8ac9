"""The first pages: the office and the tablet, in plain HTML, moving by the feed."""
