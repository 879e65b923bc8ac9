# Vitrazh. `make` alone prints what there is; every command runs from the project's own .tools/.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory --no-builtin-rules
PY := .tools/py/bin/python
PYTEST := $(PY) -m pytest
PNPM := $(PY) -m deploy.web pnpm
QUICK := not journey and not fault and not fuzz and not rights
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
# `make faults n=5`: five seeds; `make fuzz n=20000`: so many cases; `make bench n=1000000`: up to so many orders
.PHONY: packages env test test-fast test-all journeys rights security faults fuzz coverage
packages: # .tools/py, made anew or brought up to date; one sum is compared when nothing changed
	@$(PYTHON) deploy/bootstrap.py --packages-only

env: # packages, and the servers: jars, PostgreSQL
	@$(PYTHON) deploy/bootstrap.py

test: env web ## All that a commit must pass, on real PostgreSQL, Kafka and Valkey; the screens' first
	@$(if $(ARGS),,$(PNPM) test)
	@$(PYTEST) -n 2 --dist loadgroup -m "$(QUICK)" $(ARGS)

test-fast: packages ## Without servers: rules, domain, tools (seconds)
	@$(PYTEST) -m "not servers and $(QUICK)" $(ARGS)

test-all: test journeys rights security faults ## All suites, with 20,000 cases of bad input
	@$(MAKE) fuzz n=$(or $(n),20000)

journeys: env web browser ## The whole system through its public API and in a real browser
	@$(PYTEST) tests/journeys -m journey --timeout 900 -p no:randomly $(ARGS)

rights: env ## Every route × everybody: who may, who may not, and that a refusal changes no row
	@$(PYTEST) tests/rights -m rights --timeout 900 -p no:randomly $(ARGS)

security: env web browser ## Headers, sessions, foreign pages, stored scripts, limits on a whole system
	@$(PYTEST) tests/security -m journey --timeout 900 -p no:randomly $(ARGS)

faults: env ## kill -9 and friends, one at a time; make faults n=50: with fifty seeds
	@$(if $(n),VITRAZH_FAULTS_N=$(n)) $(PYTEST) -m fault --timeout 900 -p no:randomly $(ARGS)

fuzz: env ## Bad input to a whole system: make fuzz n=20000 (without n: a short run)
	@$(if $(n),VITRAZH_FUZZ_CASES=$(n)) $(PYTEST) -m fuzz --timeout 3600 -p no:randomly $(ARGS)

coverage: env ## test with branch coverage by file
	@$(PYTEST) -n 2 --dist loadgroup -m "$(QUICK)" --cov --cov-report=term $(ARGS)

##@ Check
.PHONY: lint fix types arch sizes audit check
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

audit: packages ## Secrets, SBOM and licences, known holes of what we use (NOT CHECKED when nobody answers)
	@$(PY) -m tools.audit $(ARGS)

check: lint types arch gen-check sizes audit ## All checks without servers

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
	@.tools/py/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras \
	  --all-extras --no-emit-index-url --no-emit-find-links pyproject.toml -o requirements.txt

##@ Measure
.PHONY: bench
bench: env web ## Floor and system at 1k, 20k, 200k orders: docs/benchmarks.md says how to read it
	@$(if $(n),VITRAZH_BENCH_ORDERS=$(n)) $(PY) -m tools.bench $(ARGS)
