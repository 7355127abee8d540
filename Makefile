# `make demo` and `make test` do their own set-up on a fresh machine.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: same-verdict bench bench-fit bench-nbgrader calibrate fuzz messages mutants
.PHONY: hostile hostile-selftest soak
.PHONY: demo docs test test-slow lint sync validate clean help

help:
	@echo "make demo       set up, then grade the example class and write demo-out/"
	@echo "make test       set up, then run the tests"
	@echo "make test-slow  run the tests marked slow"
	@echo "make validate   grade every solution, starter, wrong answer and honest variant"
	@echo "make same-verdict  grade answers in every form and place: is the verdict the same?"
	@echo "make mutants    change one thing in a solution at a time: do the checks notice?"
	@echo "make messages   put every message a learner can get on one page"
	@echo "make calibrate  train from hundreds of seeds, and judge the floors of the checks"
	@echo "make docs       make a site of the guides in build/site"
	@echo "make sync       make assignments/ again from solutions/"
	@echo "make bench      a class on nbgrader, on Otter and on ours"
	@echo "make bench-fit  time the fast fit; bench-nbgrader: nbgrader with and without the kit"
	@echo "make hostile    grade hostile submissions and print what became of each attack"
	@echo "make hostile-selftest  the same without one protection at a time: the attacks must show"
	@echo "make soak       grade N=1000 submissions in random order, 5 % of them hostile"
	@echo "make fuzz       CASES=100000 inputs, changed at random, for everything that reads others' files"
	@echo "make lint       ruff, mypy and the import rules"

demo: $(READY)
	@$(BIN)/kata demo

# Two processes; a file's tests stay in one, where they share what is costly to make.
JOBS ?= 2
test: $(READY)
	@$(BIN)/pytest -q -n $(JOBS) --dist loadfile -m "not slow and not hostile"

# A browser for pages and formgrader, a database server for the gradebook.
test-slow: $(READY)
	@bash tools/system.sh chromium postgresql
	@$(BIN)/pytest -q -m slow

same-verdict: $(READY)
	@$(BIN)/pytest -q tests/graders/test_same_verdict.py

hostile: $(READY)
	@$(BIN)/python tests/hostile/table.py
	@$(BIN)/pytest -q -m hostile

hostile-selftest: $(READY)
	@$(BIN)/python tests/hostile/selftest.py

N ?= 1000
soak: $(READY)
	@$(BIN)/python tests/hostile/soak.py $(N)

# Atheris is needed for this alone.
CASES ?= 100000
fuzz: $(READY)
	@$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt atheris
	@$(BIN)/python tests/fuzz/run.py --cases $(CASES)

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(READY)
	@$(BIN)/zensical build --strict --clean
	@echo "Open build/site/index.html; for the search: python3 -m http.server -d build/site"

sync: $(READY)
	@$(BIN)/kata sync

validate: $(READY)
	@$(BIN)/kata validate

$(READY): pyproject.toml constraints.txt tools/setup.sh
	@PYTHON=$(PYTHON) VENV=$(VENV) bash tools/setup.sh
	@touch $@

# About 40 minutes; what is in docs/calibration/ already is not done again.
calibrate: $(READY)
	@$(BIN)/python tools/calibration/mnist.py
	@$(BIN)/python tools/calibration/playground.py
	@$(BIN)/python tools/calibration/floors.py

# Goes on where it was stopped; outcomes are kept in build/mutants/.
mutants: $(READY)
	@$(BIN)/python -m tools.mutants

messages: $(READY)
	@$(BIN)/python -m tools.messages

# About 20 minutes; installs Otter into an environment of its own, which it removes.
bench: $(READY)
	@$(BIN)/python benchmarks/class.py

bench-fit: $(READY)
	@$(BIN)/python benchmarks/fit.py

bench-nbgrader: $(READY)
	@$(BIN)/python benchmarks/nbgrader.py

clean:
	rm -rf $(VENV) demo-out .pytest_cache .ruff_cache .mypy_cache
