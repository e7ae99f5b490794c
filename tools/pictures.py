"""Draws the pictures of the README from a graph built of the shipped report: networks, and pages of the explorer.

    .venv/bin/python tools/pictures.py STORE

``make readme`` does it, together with the README's tour. The pages are seen by Debian's Chromium, which needs a font
with Chinese characters (Debian: fonts-noto-cjk).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, sync_playwright

FOLDER: Final = Path(__file__).parent.parent / "docs" / "img"
COMMAND: Final = Path(sys.executable).parent / "shkc-kg"
# A picture, and what ``shkc-kg network`` is told to draw it.
PICTURES: Final = {
    "network-affiliation.png": ("affiliation",),
    "network-collaboration.png": ("collaboration",),
}
# A picture, the page it shows, and what must be there before it is taken.
PAGES: Final = {
    "explorer-start.png": ("/", "main"),
    "explorer-reader.png": ("/report/shanghai-2021/04#p0057", "#p0057"),
    "explorer-network.png": ("/network?thing=李杰&thing=同济大学&thing=蒋昌俊", "#walk[data-ready]"),
    "explorer-figures.png": ("/figures", "main table"),
}
PORT: Final = 7909


def networks(store: str) -> None:
    """Draw the networks."""
    for name, view in PICTURES.items():
        drawn = subprocess.run(
            [COMMAND, "network", *view, "--format", "png", "--store", store], stdout=subprocess.PIPE, check=True
        )
        (FOLDER / name).write_bytes(drawn.stdout)


def pages(browser: Browser) -> None:
    """See the pages."""
    for name, (path, ready) in PAGES.items():
        page = browser.new_page(viewport={"width": 1280, "height": 860}, locale="zh-CN", color_scheme="light")
        page.goto(f"http://127.0.0.1:{PORT}{path}", wait_until="networkidle")
        page.locator(ready).first.wait_for()
        page.screenshot(path=FOLDER / name)
        page.close()


def main(store: str) -> None:
    """Draw them all."""
    networks(store)
    serve = [COMMAND, "serve", "--store", store, "--port", str(PORT)]
    with subprocess.Popen(serve, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        assert server.stdout is not None
        server.stdout.readline()  # its address: it answers now
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
                pages(browser)
        finally:
            server.terminate()


if __name__ == "__main__":
    main(sys.argv[1])
