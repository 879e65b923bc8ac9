# Vitrazh. `make` alone prints what there is; every command runs from the project's own .tools/.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory --no-builtin-rules
PY := .tools/py/bin/python
PYTEST := $(PY) -m pytest
PNPM := $(PY) -m deploy.web pnpm
CODE := contracts chassis services gateway deploy tools tests
need = $(if $($(1)),,$(error say which: make $@ $(1)=...))

.PHONY: help
help: ## This list
	@awk 'BEGIN {FS = ":.*## "} /^##@ / {printf "\n%s\n", substr($$0, 5)} \
	  /^[a-z-]+:.*## / {printf "  make %-32s %s\n", $$1, $$2}' Makefile
	@printf '\nArguments stand behind: make test ARGS="-k outbox"\n'

##@ Run the system
# --- the section of deploy/ begins here ---
.PHONY: install up down restart reset seed logs ps doctor web web-lock browser lock-jars
PYTHON ?= python3
RUN := $(PY) -m deploy.embedded
install: env web ## Packages, jars, PostgreSQL and the screens' tools into .tools/ (nothing elsewhere)

up: env web ## Start everything, print addresses and log-ins (first: installs, migrates, seeds)
	@$(RUN) up $(ARGS)

down: ## Stop everything cleanly; the data stay
	@$(RUN) down

restart: ## Restart one process: make restart s=orders
	$(call need,s)
	@$(RUN) restart $(s)

reset: ## Stop and delete all data of `make up`
	@$(RUN) reset $(ARGS)

seed: ## Enter the demo story into the running system (the first `make up` does it by itself)
	@$(RUN) seed

logs: ## The end of a log, and what comes: make logs s=orders (without s: the supervisor's)
	@$(RUN) logs $(s)

ps: ## What runs: process, port, memory, restarts and why
	@$(RUN) ps

doctor: ## What keeps the system from starting here, in words
	@$(PYTHON) deploy/bootstrap.py --packages-only
	@$(RUN) doctor

web: packages ## The office and the workshop into web/dist; nothing is done when nothing has changed
	@$(PY) -m deploy.web build

web-lock: packages ## Make web/pnpm-lock.yaml anew after a package.json has changed
	@$(PY) -m deploy.web lock

browser: packages ## A browser for tests: an installed one, else one into .tools/
	@$(PY) -m deploy.web browser

lock-jars: env ## Make deploy/embedded/jars.lock anew after a version has changed
	@$(RUN) lock
# --- the section of deploy/ ends here ---

##@ Test
.PHONY: packages env test test-fast test-all journeys faults coverage
packages: # .tools/py, made anew or brought up to date; one sum is compared when nothing changed
	@$(PYTHON) deploy/bootstrap.py --packages-only

env: # packages, and the servers: jars, PostgreSQL
	@$(PYTHON) deploy/bootstrap.py

test: env web ## All that a commit must pass, on real PostgreSQL, Kafka and Valkey; the screens' first
	@$(if $(ARGS),,$(PNPM) test)
	@$(PYTEST) -n 2 --dist loadgroup -m "not journey and not fault" $(ARGS)

test-fast: packages ## Without servers: rules, domain, tools (seconds)
	@$(PYTEST) -m "not servers and not journey and not fault" $(ARGS)

test-all: test journeys faults ## test + journeys + faults

journeys: env web browser ## The whole system through its public API and in a real browser
	@$(PYTEST) -m journey --timeout 900 -p no:randomly $(ARGS)

faults: env ## kill -9 and friends, one at a time
	@$(PYTEST) -m fault --timeout 900 -p no:randomly $(ARGS)

coverage: env ## test with branch coverage by file
	@$(PYTEST) -n 2 --dist loadgroup -m "not journey and not fault" --cov --cov-report=term $(ARGS)

##@ Check
.PHONY: lint fix types arch sizes check
lint: packages ## ruff (all rules), format, own AST rules; biome for web/
	@.tools/py/bin/ruff check --quiet $(CODE)
	@.tools/py/bin/ruff format --check --quiet $(CODE)
	@$(PY) -m tools.lint $(CODE)
	@$(PNPM) --silent lint

fix: packages ## What ruff can mend by itself
	@.tools/py/bin/ruff check --fix $(CODE)
	@.tools/py/bin/ruff format $(CODE)
	@$(PNPM) --silent fix

types: packages ## mypy strict over everything, tests too; tsc for web/
	@.tools/py/bin/mypy
	@$(PNPM) --silent types

arch: packages ## The six import rules, and the tests of the house rules
	@.tools/py/bin/lint-imports --no-logo
	@$(PYTEST) -q -p no:cacheprovider tests/architecture

sizes: web ## What a first visit loads; fails over the budgets
	@$(PNPM) --silent sizes

check: lint types arch gen-check sizes ## All checks without servers

##@ Write
.PHONY: gen gen-check release new-slice migration pins
gen: packages ## Schemas, AsyncAPI, OpenAPI, maps, tables in the docs, web's client and words
	@$(PY) -m tools.gen
	@$(PNPM) --silent gen

gen-check: packages ## Fails when a generated file is not what gen would write, or a contract broke
	@$(PY) -m tools.gen --check
	@$(PY) -m tools.gen.compat
	@$(PY) -m deploy.web gen-check

release: packages ## Freeze the contracts of a version: make release v=0.1.0
	$(call need,v)
	@$(PY) -m tools.gen.release $(v)

new-slice: env ## A slice that lints, types and passes: make new-slice s=orders n=remnants
	$(call need,s)$(call need,n)
	@$(PY) -m tools.new_slice $(s) $(n) $(if $(read),--read $(read)) $(if $(edit),--edit $(edit))

migration: env ## A migration from the tables: make migration s=orders m="remnants"
	$(call need,s)$(call need,m)
	@$(PY) -m tools.migration $(s) "$(m)"

pins: packages ## Compile requirements.txt (hashes, no hosts) from pyproject.toml
	@.tools/py/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --all-extras --no-emit-index-url --no-emit-find-links pyproject.toml -o requirements.txt

##@ Measure
.PHONY: bench
bench: env ## Hand-over POST to SSE, order POST, start time, memory: docs/benchmarks.md says how to read it
	@$(PY) -m tools.bench $(ARGS)
