"""What our own code and the parts that we use bring in: secrets, licences, known holes."""
