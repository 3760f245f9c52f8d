# One file of commands. `make demo` and `make test` do all their set-up themselves.
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check -q
SOURCES := $(shell find src -name '*.py' 2>/dev/null)

.PHONY: demo test check format lint types floors docs bench scores lock clean

demo: $(VENV)/.run
	$(VENV)/bin/counterclaim demo --out out/demo
	@echo
	@echo "Look at out/demo/page.html in a browser: it is one file and needs no network."

test: $(VENV)/.dev
	$(PY) -m pytest
	@echo
	@echo "All tests ran. Look at CONTRIBUTING.md for 'make check', which is what CI runs."

check: format lint types floors
	$(PY) -m pytest
	@echo "Checked: format, lint, types, import floors, tests with the examples of the docs."

format: $(VENV)/.dev
	$(VENV)/bin/ruff format --check src tests benchmarks tools training gazetteer_build.py hatch_build.py

lint: $(VENV)/.dev
	$(VENV)/bin/ruff check src tests benchmarks tools training gazetteer_build.py hatch_build.py

types: $(VENV)/.dev
	$(VENV)/bin/mypy

floors: $(VENV)/.dev
	$(VENV)/bin/lint-imports

# Writes the reference pages anew from the code.
docs: $(VENV)/.dev
	$(PY) tools/reference.py

bench: $(VENV)/.run
	$(PY) benchmarks/speed.py

# Measures the corpora of the repository and holds the figures to their floors.
scores: $(VENV)/.dev
	$(PY) benchmarks/scores.py --check

# Resolves the dependencies anew: versions and hashes, no address of an index.
lock: $(VENV)/.dev
	$(PIP) install pip-tools
	$(VENV)/bin/pip-compile -q --generate-hashes --strip-extras --no-emit-index-url --no-emit-trusted-host \
	  --no-emit-find-links --no-header -o requirements/run.lock pyproject.toml
	$(VENV)/bin/pip-compile -q --generate-hashes --strip-extras --no-emit-index-url --no-emit-trusted-host \
	  --no-emit-find-links --no-header --extra dev -o requirements/dev.lock pyproject.toml

clean:
	rm -rf $(VENV) out build dist src/counterclaim/data/gazetteer.sqlite

$(VENV)/bin/python:
	python3 -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "Python's venv module is missing. On Debian: apt-get install python3-venv"; exit 1; }

# What a user installs: the locked needs, then the package itself, whose build compiles the gazetteer.
$(VENV)/.run: $(VENV)/bin/python pyproject.toml hatch_build.py gazetteer_build.py requirements/run.lock
	@echo "Setting up (once; about a minute) …"
	$(PIP) install --require-hashes -r requirements/run.lock
	$(PIP) install --no-deps -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.lock
	$(PIP) install --require-hashes -r requirements/dev.lock
	@touch $@
