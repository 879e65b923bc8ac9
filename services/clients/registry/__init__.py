"""Taking clients down, finding and correcting them."""
