# Everything a developer or a learner on a fresh machine needs: python3 (with venv), make, git.
PYTHON ?= python3
EACH ?= 60
VENV := .venv
BIN := $(VENV)/bin

.PHONY: quiz course-anki course-html test test-all wheel lint bench faults fuzz clean

quiz: $(VENV)/.quiz
	@$(BIN)/mediaquiz build
	@$(BIN)/mediaquiz quiz --new

course-anki: $(VENV)/.quiz
	@$(BIN)/mediaquiz build
	@mkdir -p dist
	@$(BIN)/mediaquiz export anki -o dist/generative-media.apkg

course-html: $(VENV)/.quiz
	@$(BIN)/mediaquiz build
	@mkdir -p dist
	@$(BIN)/mediaquiz export html -o dist/generative-media.html

test: $(VENV)/.dev
	$(BIN)/python -m pytest -m "not slow" --cov --cov-report=json:.coverage.json --cov-report=
	$(BIN)/python tests/coverage_floor.py .coverage.json

test-all: $(VENV)/.dev
	$(BIN)/python -m pytest

wheel: $(VENV)/.dev
	$(BIN)/python -m pytest tests/structure/test_wheel.py

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.dev
	$(BIN)/python -m bench.quality
	$(BIN)/python -m bench

faults: $(VENV)/.dev
	$(BIN)/python tests/faults

fuzz: $(VENV)/.dev
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check atheris
	$(BIN)/python tests/hostile --seconds $(EACH)

clean:
	rm -rf $(VENV) dist build .coverage .coverage.json .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

$(VENV)/.venv:
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || \
	  { echo "mediaquiz needs Python 3.11 or newer; this is `$(PYTHON) --version`. Try: make PYTHON=python3.12 quiz" >&2; exit 1; }
	@$(PYTHON) -c "import venv, ensurepip" 2>/dev/null || \
	  { echo "mediaquiz needs Python's venv module; on Debian and Ubuntu: sudo apt install python3-venv" >&2; exit 1; }
	@echo "Setting up mediaquiz in $(VENV) (once; about a minute) …"
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.quiz: pyproject.toml $(VENV)/.venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.dev: pyproject.toml $(VENV)/.venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@ $(VENV)/.quiz
