"""The guard at the door: recognises who asks, refuses forged and too frequent requests."""
