"""What stands at an address of the web apps, and what their first page is filled with."""
