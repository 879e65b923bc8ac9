"""One message per fact: queued, sent once, its outcome known or said to be unknown."""
