"""One module a format: bytes become an extraction."""
