# Vangnet, by its chores. `make help` names them; `make run` needs only Python 3.11 or newer.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PYTEST := $(BIN)/python -m pytest

.DEFAULT_GOAL := help
.PHONY: help run test check unit bench faults fuzz mutate lock clean dev tools

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# PORT, VAR and DEMO reach it by the environment, also as `make run PORT=9000`.
run: .venv/runtime ## start everything on this machine; PORT, VAR and DEMO choose where and with what
	@exec $(BIN)/vangnet up

test: dev tools check ## everything, real brokers and databases included; CI=true fails on what is missing
	TEST_EXAMPLES=20 $(PYTEST)

check: dev ## style, types, who imports whom, house rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PYTEST) -q tests/house

unit: dev ## the tests that need nothing but Python
	$(PYTEST) -q tests/unit

bench: dev ## how fast it is here: every tests/bench/bench_*.py
	$(PYTEST) -q -s -o python_files='bench_*.py' -o python_functions='bench_*' tests/bench

faults: dev ## what happens when something breaks
	TEST_EXAMPLES=1000 $(PYTEST) -s -m faults

fuzz: dev ## what happens when somebody sends nonsense
	TEST_EXAMPLES=300 $(PYTEST) -s -m fuzz

mutate: dev ## which small changes in the rules no test would notice; JOBS (2) at a time
	$(BIN)/python -m tests.mutation

lock: dev ## choose the versions of everything anew, with hashes, naming no index
	tools/lock requirements
	tools/lock requirements-dev

clean: ## remove what these chores made, except var/: that holds dossiers
	rm -rf .venv build *.egg-info tools/node_modules
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

dev: .venv/dev
tools: tools/node_modules/.installed
	@tools/install-browser

.venv/made:
	@tools/make-venv "$(PYTHON)" .venv
	@touch $@

# No index is asked for anything but what a hash in the lock file vouches for.
.venv/runtime: .venv/made requirements.txt pyproject.toml
	@echo "Installing what Vangnet needs ..."
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: .venv/runtime requirements-dev.txt
	@echo "Installing what the tests need ..."
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

tools/node_modules/.installed: tools/package-lock.json tools/.npmrc
	@tools/install-linter
	@if [ -d tools/node_modules ]; then touch $@; fi
