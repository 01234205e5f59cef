# A wrapper around the plain commands that README.md lists; `make help` says what there is.
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help run test test-server check docs pictures editor clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 14

$(VENV)/ready: requirements.txt pyproject.toml tools/setup.sh
	@sh tools/setup.sh $(VENV)

# `streamlit run` serves app.py's st.App by uvicorn as `uvicorn app:app` does (36 ms of CPU a rerun both ways), and opens the browser.
run: $(VENV)/ready ## set up on first use, then open the app on localhost
	@$(BIN)/streamlit run app.py

test: $(VENV)/ready ## set up on first use, then run all tests
	@$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile --ignore tests/browser
	@$(BIN)/python -m pytest --numprocesses auto --maxprocesses 2 --dist loadfile tests/browser

test-server: $(VENV)/ready ## build a real model server once (ten minutes, needs a C++ compiler and cmake), then test with it
	@$(BIN)/python tools/llama_server.py
	@$(BIN)/python -m pytest tests/real_server

$(VENV)/dev: $(VENV)/ready requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

check: $(VENV)/dev ## style, types, import contracts, generated docs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m postwright.linting.docs --check
	$(BIN)/python -m postwright.exchange.schemas --check

docs: $(VENV)/ready ## write docs/rules.md and docs/schemas/ anew
	$(BIN)/python -m postwright.linting.docs
	$(BIN)/python -m postwright.exchange.schemas

pictures: $(VENV)/ready ## take the pictures of docs/pictures/ anew (needs Chromium)
	@$(BIN)/python tools/pictures.py

editor: ## rebuild the editor's bundle from editor/ (the only thing that needs npm: Node 20 or newer)
	npm --prefix editor ci --no-audit --no-fund --loglevel=error
	npm --prefix editor test
	npm --prefix editor run build

clean: ## remove the environment and caches (never your postings)
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache build *.egg-info
