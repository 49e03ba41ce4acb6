.DEFAULT_GOAL := help
PORT ?= 5005
VENV := .venv
BIN := $(VENV)/bin
export RASA_TELEMETRY_ENABLED := false
export SQLALCHEMY_SILENCE_UBER_WARNING := 1
export TF_CPP_MIN_LOG_LEVEL := 3

.PHONY: help install serve chat train check test lint validate stories lock clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: install ## chat page and API on http://localhost:5005 (PORT=... for another port); trains first if needed
	@$(BIN)/sciatica serve --port $(PORT)

chat: install ## talk to the assistant in the terminal
	@$(BIN)/sciatica chat

train: install ## train the model, if data or configuration changed
	@$(BIN)/sciatica train

check: install ## check content and training data
	@$(BIN)/sciatica check

test: lint check validate stories ## everything that must pass: linter, content, data, stories, tests
	@$(BIN)/pytest

lint: install ## ruff: style and formatting
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

validate: install ## rasa data validate
	@$(BIN)/rasa data validate

stories: train ## rasa test on tests/stories
	@$(BIN)/rasa test core --stories tests/stories --out results --fail-on-prediction-errors

install: $(VENV)/.installed ## make .venv from the locked requirements

$(VENV)/.installed: requirements.txt pyproject.toml scripts/install.py
	@python3 scripts/install.py

lock: install ## lock the requirements again after a change in pyproject.toml
	@$$(python3 scripts/install.py --uv) pip compile pyproject.toml --group dev --universal --generate-hashes --no-emit-index-url --quiet --output-file requirements.txt

clean: ## remove environment, models and caches
	@rm -rf $(VENV) .uv .rasa models results .pytest_cache .ruff_cache .hypothesis
