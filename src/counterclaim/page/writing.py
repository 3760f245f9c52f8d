"""Writes a page: one self-contained file of HTML."""

from html import escape

from counterclaim.page.view import PageView


def render(view: PageView) -> str:
    """``view`` as one file of HTML that needs no network and reads without its script."""
    return f"<!doctype html><meta charset=utf-8><title>{escape(view.title)}</title>"
