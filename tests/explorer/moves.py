"""From page to page, as a reader goes."""

from __future__ import annotations

from playwright.sync_api import Locator


def follow(link: Locator) -> None:
    """Clicks what leads to another page, and waits until that page stands.

    A click alone comes back while the old page is still there, and what is read of it then is the old page's or
    nothing.
    """
    with link.page.expect_event("load"):
        link.click()
