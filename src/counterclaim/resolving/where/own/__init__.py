"""The user's own places: files of them read, and kept beside the shipped gazetteer."""
