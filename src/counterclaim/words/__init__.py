"""Tokens and phrase look-up for word lists: what every room that reads language needs."""
