# Everything runs from here on a fresh machine that has Python >= 3.11 and make:
#   make brief    set up, then build the example brief into briefs/ukraine-peace/
#   make test     set up, then run every check and every test
# Another interpreter: make test PYTHON=python3.13

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; \
	done)
VENV ?= .venv
PIP := "$(VENV)/bin/python" -m pip --quiet --disable-pip-version-check
BIN := "$(VENV)/bin/python" -m

# The stamps say what the virtual environment holds; a changed lock makes them old.
RUNTIME := $(VENV)/.briefgen-runtime
DEVELOPMENT := $(VENV)/.briefgen-development
INSTALL_SELF := $(PIP) install --no-deps --no-build-isolation --editable .

.PHONY: help brief test check format native lock docs schemas languages build benchmark clean

help:
	@sed -n 's/^#   //p' Makefile

brief: $(RUNTIME) native
	@"$(VENV)/bin/briefgen" build seeds/ukraine-peace --out briefs/ukraine-peace --no-changes --fresh

# The tests' closing line is the last one printed.
test: native check
	@$(BIN) pytest --numprocesses=auto --maxprocesses=4 --dist=worksteal $(PYTEST_ARGUMENTS)

check: $(DEVELOPMENT)
	@$(BIN) ruff check --quiet
	@$(BIN) ruff format --check --quiet
	@$(BIN) mypy
	@$(VENV)/bin/lint-imports
	@$(BIN) codespell_lib

format: $(DEVELOPMENT)
	$(BIN) ruff check --fix
	$(BIN) ruff format

native: | $(VENV)
	@sh scripts/install-native-libraries "$(VENV)/bin/python"

$(VENV):
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; name it: make PYTHON=/path/to/python3" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is older than Python 3.11; name another: make PYTHON=/path/to/python3" >&2; exit 1; }
	@"$(PYTHON)" -m venv "$(VENV)" || { rm -rf "$(VENV)"; echo "The virtual environment was not made; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }

$(RUNTIME): requirements.txt pyproject.toml | $(VENV)
	@echo "Installing briefgen and what it needs into $(VENV)" >&2
	@$(PIP) install --require-hashes -r requirements.txt
	@$(INSTALL_SELF)
	@touch "$@"

$(DEVELOPMENT): requirements-dev.txt pyproject.toml | $(VENV)
	@echo "Installing briefgen and its development tools into $(VENV)" >&2
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@$(INSTALL_SELF)
	@touch "$@" "$(RUNTIME)"

# The locks hold versions and hashes, no addresses. Needs uv; UPGRADE=--upgrade takes new versions.
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate $(UPGRADE) pyproject.toml --group build

lock:
	$(LOCK) --group dev --all-extras --output-file requirements-dev.txt
	$(LOCK) --extra docx --extra preview --constraint requirements-dev.txt --output-file requirements.txt

# What is generated from the program and checked by the tests.
docs: $(DEVELOPMENT)
	"$(VENV)/bin/python" scripts/write_references.py
	"$(VENV)/bin/python" scripts/write_concept_stems.py

schemas: $(DEVELOPMENT)
	for name in records brief codebook corrections lessons manifest run log; do "$(VENV)/bin/briefgen" schema $$name > schemas/$$name.schema.json; done

languages: $(DEVELOPMENT)
	"$(VENV)/bin/python" scripts/update_languages.py

benchmark: $(DEVELOPMENT) native
	@"$(VENV)/bin/python" benchmarks/help_time.py
	@"$(VENV)/bin/python" benchmarks/build_time.py

clean:
	rm -rf "$(VENV)" dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
