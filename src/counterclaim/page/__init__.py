"""One self-contained page of a ledger: who says what, where and when. ``render`` is loaded on first use."""

from counterclaim.page.view import PageView

__all__ = ["PageView", "render"]


def render(view: PageView) -> str:
    """``view`` as one file of HTML that needs no network and reads without its script."""
    from counterclaim.page.writing import render as write

    return write(view)
