# Everything happens in .venv: nothing is installed outside this folder. Needs Python 3.11 or newer, git and make.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 7878
STORE ?= build/store

BIN := .venv/bin
READY := .venv/.ready
TOOLS := .venv/.ready-test
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: serve build test check format readme lock clean

serve: build
	$(BIN)/shkc-kg serve --store $(STORE) --host $(HOST) --port $(PORT)

build: $(READY)
	$(BIN)/shkc-kg build --reports data/reports --out $(STORE)

test: check $(TOOLS)
	$(BIN)/python -m pytest --verbose --numprocesses auto

# What a machine can say about the code without running it.
check: $(TOOLS)
	$(BIN)/ruff format --check src tests benchmarks tools
	$(BIN)/ruff check src tests benchmarks tools
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(TOOLS)
	$(BIN)/ruff format src tests benchmarks tools
	$(BIN)/ruff check --fix src tests benchmarks tools

# The README's tour shows what its commands print today.
readme: build
	$(BIN)/python tools/readme.py $(STORE)

# A stamp is newer than what it was made from, so a second run installs nothing.
$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "shkc-kg needs Python 3.11 or newer, and '$(PYTHON)' is not; try: make $(MAKECMDGOALS) PYTHON=python3.11" >&2; exit 1; }
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || $(PYTHON) -m venv --clear .venv
	$(INSTALL) --editable .
	@touch $@

$(TOOLS): $(READY)
	$(INSTALL) --editable '.[test]'
	@touch $@

# The newest versions that pyproject.toml allows become the ones that everybody installs.
lock:
	$(PYTHON) -m venv --clear build/lock
	build/lock/bin/python -m pip install --quiet --editable '.[test,tools]'
	build/lock/bin/python -m pip freeze --exclude-editable > constraints.txt

clean:
	rm -rf build dist .mypy_cache .pytest_cache .ruff_cache
