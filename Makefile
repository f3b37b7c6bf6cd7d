SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help site test setup format lint screenshots clean \
  build-dependencies test-dependencies tool unit-tests benchmark-checks demo-site site-checks \
  document-links

CTSITE := .build/release/ctsite
# Options for the build of the site: make site BUILD_OPTIONS='--base-url https://example.org/portal/'
BUILD_OPTIONS ?=
PYTHON := .tools/venv/bin/python
SWIFT_SOURCES := Package.swift Sources Tests Benchmarks

help:
	@echo 'make site         install what is missing, build ctsite and the demo site into public/'
	@echo 'make test         run every test and check'
	@echo 'make setup        install what building, testing and screenshots need'
	@echo 'make format       format the Swift sources'
	@echo 'make lint         check formatting and the direction of imports'
	@echo 'make screenshots  photograph a page of every kind into .screenshots/'
	@echo 'make clean        remove everything that was built'

site: build-dependencies demo-site
	@echo 'The site is in public/. To look at it: python3 -m http.server --directory public'

test: build-dependencies test-dependencies lint document-links unit-tests benchmark-checks \
  demo-site site-checks
	@echo 'All checks passed.'

setup:
	@scripts/install-dependencies build test browser
	@scripts/install-python-tools

build-dependencies:
	@scripts/install-dependencies build

test-dependencies:
	@scripts/install-dependencies test browser
	@scripts/install-python-tools

tool:
	swift build --configuration release --product ctsite

demo-site: tool
	$(CTSITE) build $(BUILD_OPTIONS)

format:
	swift format --in-place --recursive --parallel $(SWIFT_SOURCES)

lint:
	swift format lint --strict --recursive --parallel $(SWIFT_SOURCES)
	scripts/check-imports

document-links:
	.tools/venv/bin/lychee --offline --no-progress --quiet --config /dev/null \
	  --include-fragments *.md Documentation/*.md

unit-tests:
	swift build --build-tests -Xswiftc -warnings-as-errors
	swift test --skip-build --disable-xctest --quiet -Xswiftc -warnings-as-errors

benchmark-checks:
	scripts/check-benchmarks
	$(PYTHON) -m unittest discover --start-directory Benchmarks

site-checks:
	$(PYTHON) -m unittest discover --start-directory Tests/site-checks
	scripts/check-site public
	scripts/check-determinism
	scripts/check-pages
	scripts/check-bidi
	scripts/check-search public chromium webkit
	scripts/check-search-readers

screenshots: build-dependencies tool
	@scripts/install-dependencies browser
	@scripts/install-python-tools
	$(PYTHON) scripts/screenshots

clean:
	if [ -x $(CTSITE) ]; then $(CTSITE) clean --output public; \
	else find public -mindepth 1 ! -name .gitignore -delete; fi
	rm -rf .build .build-* .tools .ctsite .screenshots Benchmarks/.build
