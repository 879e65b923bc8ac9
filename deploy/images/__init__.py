"""Images and what runs only inside them."""
