# Two commands are enough: `make serve` and `make test`. Each makes what it needs; `make help` names the others.
# They ask for Python 3.11 or later, git and make. `make lock` also asks for uv.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
RUN := $(BIN)/python

CATALOGUES := $(wildcard planner/library/languages/*/LC_MESSAGES/*.po)
LOCK := uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --annotation-style line --custom-compile-command "make lock"

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

## Using it

serve: $(VENV)/run ## Open the planner in your browser. `make serve ARGS=--practice` opens it on invented people
	$(BIN)/planner serve $(ARGS)

## Working on it

test: $(VENV)/dev ## Run every test this machine can run, and say which it can not
	$(RUN) -m pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder $(ARGS)

quick: $(VENV)/dev ## Run the rules' tests alone, in under a minute: no browser, no process, no paper printed
	$(RUN) -m pytest --numprocesses 2 --quick $(ARGS)

soak: $(VENV)/dev ## Kill, fill, probe and fuzz for eight minutes, and print what was lost
	$(RUN) -m tests.soak $(ARGS)

lint: $(VENV)/dev ## Read the code by the house's rules, and its imports by the staircase
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(VENV)/dev ## Check the types: strict in planner and exports
	$(BIN)/basedpyright

bench: $(VENV)/dev ## Print how fast it is, each number against another in the same run
	$(RUN) -m benchmarks $(ARGS)

catalogues: $(VENV)/dev ## Bring the translations in step with the code, and list what is still open
	$(RUN) -m planner.library.catalogues

screens: $(VENV)/dev ## Make the pictures in docs/screens anew
	$(RUN) -m tests.screens

wheel: $(VENV)/run ## Build the wheel into dist/
	$(RUN) -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

lock: ## Pin every dependency anew, with its hashes, in both requirements files
	$(LOCK) --upgrade --group build --output-file requirements.txt
	$(LOCK) --upgrade --group build --group dev --constraints requirements.txt --output-file requirements-dev.txt

clean: ## Remove what these commands made
	rm -rf $(VENV) build dist .pytest_cache .ruff_cache .hypothesis

help: ## Show this
	@sed -n -e 's/^## \(.*\)/\n\1/p' -e 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 18

# Each stamp says that the environment holds what its prerequisites name.

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "The planner needs Python 3.11 or later. Please name one: make PYTHON=python3.12 serve" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' \
		|| { echo "Your Python has no venv. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# The development lock holds all of the run lock, so one environment serves both.
$(VENV)/dev: requirements-dev.txt pyproject.toml $(CATALOGUES) | $(VENV)/pyvenv.cfg
	$(call install,requirements-dev.txt)
	@touch $(VENV)/run $(VENV)/dev

$(VENV)/run: requirements.txt pyproject.toml $(CATALOGUES) | $(VENV)/pyvenv.cfg
	$(call install,requirements.txt)
	@touch $(VENV)/run

# Nothing unpinned is fetched: the lock brings what builds the project too, and the project comes without its dependencies.
define install
$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $(1)
$(RUN) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
endef

.PHONY: serve test quick soak lint types bench catalogues screens wheel lock clean help
