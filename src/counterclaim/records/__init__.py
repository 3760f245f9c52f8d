"""Frozen values, the only language that the rooms share. No input, no output."""
