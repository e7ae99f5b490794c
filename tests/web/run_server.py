"""Runs a server for the tests: prints its address, then serves until a signal comes."""

import json
import sys
from dataclasses import replace
from pathlib import Path

from shkc_kg.web.limits import Limits
from shkc_kg.web.serve import serve

if __name__ == "__main__":
    options = json.loads(sys.argv[2]) if len(sys.argv) > 2 else {}
    reload_on_build = options.pop("reload_on_build", False)
    small = Limits(deadline=2.0, workers=2, heavy_workers=2, memory=256 * 2**20, quantum=0.05)
    serve(
        Path(sys.argv[1]),
        port=options.pop("port", 0),
        limits=replace(small, **options),
        reload_on_build=reload_on_build,
        on_ready=lambda url: (sys.stdout.write(url + "\n"), sys.stdout.flush()),
    )
