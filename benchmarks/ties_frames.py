"""How fluid the graph view is with a thousand things: frames a second while it is dragged and zoomed, in Chromium.

    python benchmarks/ties_frames.py build/store [THINGS]

The page is the server's own; its list and its table are filled with a generated graph (each thing tied to two others).
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from math import cos, sin, sqrt
from random import Random

from playwright.sync_api import Page, Route, sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
RECORD = """() => { window.times = []; const tick = t => { window.times.push(t); requestAnimationFrame(tick) };
                    requestAnimationFrame(tick) }"""
KINDS = ("Institution", "Person", "Region", "Facility", "Event", "Programme", "Policy")


def things(number: int) -> Iterator[str]:
    for n in range(number):
        far, turn = 26 * sqrt(n), 2.4 * n
        place = f'data-x="{far * cos(turn) * 2:.1f}" data-y="{far * sin(turn):.1f}" data-side="below"'
        yield f'<li data-iri="urn:t{n}" data-name="第{n}号科技创新中心" data-kind="{KINDS[n % 7]}" {place}></li>'


def ties(number: int) -> Iterator[str]:
    random = Random(7)  # noqa: S311 - the same graph each time
    for n in range(1, number):
        for other in {random.randrange(n), random.randrange(max(0, n - 30), n)}:
            ends = f'data-source="urn:t{n}" data-relation="urn:r" data-target="urn:t{other}" data-name="位于"'
            yield f"<tr {ends}><td></td><td></td><td></td><td></td></tr>"


def filled(html: str, number: int) -> str:
    head, _, rest = html.partition('<ol class="things"')
    start, _, after = rest.partition("</ol>")
    html = f'{head}<ol class="things"{start.partition(">")[0]}>{"".join(things(number))}</ol>{after}'
    head, _, rest = html.partition("<tbody>")
    return f"{head}<tbody>{''.join(ties(number))}</tbody>{rest.partition('</tbody>')[2]}"


def frames(page: Page, act: str) -> str:
    """Frames a second while something is done, and the longest wait for one."""
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x + 5, y + box["height"] * 0.45)
    page.evaluate(RECORD)
    if act == "drag":
        page.mouse.down()
        for step in range(120):
            page.mouse.move(x + 100 * sin(step / 9), y + box["height"] * 0.45 - step / 2)
        page.mouse.up()
    else:
        for step in range(40):
            page.mouse.wheel(0, -60 if step < 20 else 60)
    times = page.evaluate("window.times")
    gaps = [after - before for before, after in pairwise(times)]
    return f"{act}: {1000 / statistics.mean(gaps):.0f} frames/s, median {statistics.median(gaps):.0f} ms, longest {max(gaps):.0f} ms"


def main(store: str, number: int) -> None:
    command = [sys.executable, "tests/web/run_server.py", store]
    program = shutil.which("chromium")
    assert program, "install Chromium first: apt-get install chromium"
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process, sync_playwright() as playwright:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 1000})

        def answer(route: Route) -> None:
            response = route.fetch()
            route.fulfill(response=response, body=filled(response.text(), number))

        page.route("**/network*", answer)
        page.request.get(f"{address}network")  # what is read once of a graph is read before
        before = time.perf_counter()
        page.goto(f"{address}network")
        page.locator("#walk[data-ready]").wait_for(timeout=120_000)
        rows = page.locator("#table tbody tr").count()
        print(f"{number} things, {rows} ties; drawn {time.perf_counter() - before:.1f} s after the request")
        print(frames(page, "drag"))
        print(frames(page, "zoom"))
        browser.close()
        process.terminate()


main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1000)
