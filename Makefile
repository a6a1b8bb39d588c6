# A comfort for developers: the library itself needs none of this.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ok
PEERS  := $(VENV)/.peers
PYTEST := $(BIN)/python -m pytest -n 2 --dist worksteal

.PHONY: demo test check docs fuzz search anywhere figures lint lock bench mutate api sbom release-check score cover format rules pages picture clean

demo: $(READY)          ## read, understand and publish a meeting
	$(BIN)/python examples/demo.py

test: $(READY)          ## the quick suite
	$(PYTEST)

check: lint docs $(PEERS)  ## everything that must hold before a change goes in
	MOTESPROTOKOLL_PROFILE=thorough $(PYTEST) --slow --cov --cov-report=term

docs: $(PEERS)          ## the documentation, as pages in build/docs; a warning is an error
	$(BIN)/sphinx-build -q -E -W --keep-going -j 2 -b html docs build/docs

fuzz: $(READY)         ## files of the corpus, changed at random, against each reader: make fuzz FUZZ="text docx" FUZZ_SECONDS=600 FUZZ_SEED=7
	PYTHONPATH=tests $(BIN)/python -m fuzz --seconds $(or $(FUZZ_SECONDS),30) $(if $(FUZZ_SEED),--seed $(FUZZ_SEED)) $(FUZZ)

# What depends on where it runs: what a program is told by its surroundings, and the laws with few examples.
TELLING = tests/unit/swedish tests/unit/serialisation tests/unit/test_files.py tests/unit/test_api.py \
    tests/property/test_laws.py tests/robustness/test_saves.py tests/robustness/test_any_input.py
ELSEWHERE := MOTESPROTOKOLL_PROFILE=few $(PYTEST) $(TELLING)

# pytest puts its own code in place of the asserts of tests, so that they hold under -O, too; it warns of others.
anywhere: $(READY)      ## a telling part of the suite without asserts, without UTF-8, with warnings as errors; in three time zones
	PYTHONOPTIMIZE=1 TZ=Pacific/Kiritimati $(ELSEWHERE) -W ignore::pytest.PytestConfigWarning
	LC_ALL=C LANG=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 TZ=America/St_Johns $(ELSEWHERE)
	PYTHONWARNINGS=error TZ=Asia/Kolkata $(ELSEWHERE)

search: $(READY)       ## search anew for values that break a property (it may find what no build has seen)
	MOTESPROTOKOLL_PROFILE=fuzz $(PYTEST) tests/property $(SEARCH)

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy src $(wildcard tests/typing)
	$(BIN)/lint-imports
	$(BIN)/deptry src

bench: $(PEERS)         ## what it costs; one section by its name: make bench BENCH=dates
	PYTHONPATH=tests $(BIN)/python -m bench $(BENCH)

mutate: $(PEERS)        ## which changes of the code no test notices: make mutate ROOMS=model MUTANTS=all SEED=2
	PYTHONPATH=tests MUTANTS=$(MUTANTS) SEED=$(SEED) WORDS=$(WORDS) $(BIN)/python -u -m mutation $(ROOMS)

api: $(PEERS)           ## the public names and how they are called, in docs/reference/api.txt
	PYTHONPATH=tests $(BIN)/python -m release.api

sbom: $(PEERS)          ## what a user installs, as a list for machines: build/sbom.cdx.json
	PYTHONPATH=tests $(BIN)/python -m release.sbom build/sbom.cdx.json

# One moment for all files, so that whoever builds the same commit gets the same bytes.
release-check: $(PEERS) sbom  ## wheel and sdist in build/dist, with what must hold of them, of the public names and of the list
	rm -rf build/dist
	SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct)} $(BIN)/python -m build --no-isolation --outdir build/dist .
	$(BIN)/python -m pytest -n 0 --slow tests/packaging
	cd build/dist && sha256sum *

figures: $(READY)       ## how much is tested: properties, examples, hostile files, fuzzed inputs a second
	PYTHONPATH=tests $(BIN)/python tests/figures.py

score: $(READY)         ## how well the corpus is read; with the misses: make score SCORE=-v
	$(BIN)/python tests/score.py $(SCORE)

cover: $(READY)         ## coverage of the quick suite, as pages in htmlcov/
	$(PYTEST) --cov --cov-report=term --cov-report=html --cov-fail-under=0

rules: $(READY)        ## the pages of the rules in docs/, from the rules
	$(BIN)/python -m motesprotokoll.checks.pages docs/reference/rules

pages: rules           ## every page of docs/ that is made from the code
	$(BIN)/python docs/pages.py

picture: $(PEERS)      ## the picture in the README, from an example
	$(BIN)/python docs/images/make.py

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# uv lives in a folder of its own and only while it works. What it writes holds names, versions and hashes, no address.
# What is pinned stays pinned: `make lock UPGRADE=--upgrade` takes the newest of everything.
lock:
	@set -e; tool=$$(mktemp -d); trap 'rm -rf "$$tool"' EXIT; \
	$(PYTHON) -m venv "$$tool"; \
	"$$tool/bin/python" -m pip install -q --disable-pip-version-check uv; \
	"$$tool/bin/uv" pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header $(UPGRADE) \
	    --all-extras --group dev pyproject.toml -o requirements-dev.txt; \
	"$$tool/bin/uv" pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header $(UPGRADE) \
	    --group peers -c requirements-dev.txt pyproject.toml -o requirements-peers.txt

$(READY): pyproject.toml requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed")'
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# What ours is measured against and judged by.
$(PEERS): requirements-peers.txt $(READY)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes --no-deps -r requirements-peers.txt
	@touch $@

clean:
	rm -rf $(VENV) build dist demo-output htmlcov .coverage .coverage.* .hypothesis .import_linter_cache \
	    .mypy_cache .pytest_cache .ruff_cache
	find src tests examples -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
