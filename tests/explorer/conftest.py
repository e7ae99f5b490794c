"""The shipped report, served by a real server, and a real browser that looks at it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from shkc_kg.knowledge import KnowledgeGraph

expect.set_options(timeout=20_000)  # ms, for a busy machine: what comes is seen at once, however long one may wait

RUN_SERVER = Path(__file__).parent.parent / "web" / "run_server.py"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests of this folder run in one worker, so that one server and one browser serve them."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("browser"))


@contextmanager
def served(root: Path) -> Iterator[str]:
    """The address of a server of a store, without the last slash."""
    command = [sys.executable, str(RUN_SERVER), str(root), '{"deadline": 10.0}']
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        yield process.stdout.readline().strip().rstrip("/")
        process.terminate()
        assert process.wait(20) == 0


@pytest.fixture(scope="session")
def serve_store() -> Callable[[Path], AbstractContextManager[str]]:
    """Serves a store of a test's own."""
    return served


@pytest.fixture(scope="session")
def address(shipped_graph: KnowledgeGraph) -> Iterator[str]:
    """The address of a server of the shipped report, without the last slash."""
    with served(shipped_graph.generation.folder.parent) as where:
        yield where


@pytest.fixture(scope="session")
def http(address: str) -> Iterator[httpx.Client]:
    """A client without a browser, which prefers HTML and keeps no cookie."""
    forget = {"request": [lambda request: request.headers.pop("cookie", None)]}
    with httpx.Client(base_url=address, headers={"accept": "text/html"}, timeout=30, event_hooks=forget) as client:
        yield client


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium; ``make test`` installs it.

    It lasts for one file of tests only: while it is there, playwright's event loop runs in this thread, and tests of
    other folders want one of their own.
    """
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert program, "these tests drive Chromium; install it: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, headless=True, args=FLAGS)
        yield browser
        browser.close()


Open = Callable[..., Page]


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[Open]:
    """Opens a path in a fresh profile; at the end no page may have called elsewhere or complained on its console."""
    contexts, elsewhere, complaints = [], [], []

    def request_seen(url: str) -> None:
        if not url.startswith((f"{address}/", "data:", "blob:")):
            elsewhere.append(url)

    def complained(page: Page, message: ConsoleMessage) -> None:
        # That the page itself is not there is for the test to say.
        if message.type == "error" and message.location["url"] != page.url:
            complaints.append(message.text)

    def open_page(path: str = "/", lang: str = "zh", **options: Any) -> Page:  # noqa: ANN401 - playwright's own
        options = {"locale": {"zh": "zh-CN", "en": "en-GB"}[lang], "viewport": {"width": 1280, "height": 900}} | options
        context = chromium.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: request_seen(request.url))
        page.on("console", lambda message: complained(page, message))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert (elsewhere, complaints) == ([], [])
