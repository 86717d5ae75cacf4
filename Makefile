# What can be done with a checkout. Builds write to standard error, so that standard output holds results alone.

HILUM = .build/release/hilum
LIBRARY := .build/release/libhilum.$(if $(filter Darwin,$(shell uname -s)),dylib,so)
# On Linux the binary and the library carry the Swift runtime, so that they run where there is none. Not --static-swift-stdlib,
# which does nothing for a library.
STATIC := $(if $(filter Linux,$(shell uname -s)),-Xswiftc -static-stdlib -Xswiftc -use-ld=lld)
OPENI = Benchmarks/.data
PEER = $(OPENI)/venv/bin/python
ORIGINALS = $(OPENI)/parity/bin/python
SCAN = $(OPENI)/scan/bin/python
SPARK = $(OPENI)/spark/bin/python
# What the bundled model is trained on: a folder with iu.csv, iu/, nih.csv and nih/; see Training/README.md.
IMAGES = ../shared/images
TRAINING = Training/.work
TRAINER = PYTHONPATH=Training $(TRAINING)/venv/bin/python -B -m hilum_training
TRAINED = --images $(IMAGES) --reports $(OPENI)/development.jsonl --hilum $(HILUM) --work $(TRAINING)
# Of one measurement of speed or of all; BENCH='--rows 1000000 --rounds 5' adds options.
SPEED = python3 -B Benchmarks/speed/bench.py $(OPENI)/development.jsonl --hilum $(HILUM)

.PHONY: help setup build library demo test page-test bench-test ontology lint format clean bench-build bench-data bench bench-readme \
	bench-findings bench-throughput bench-startup bench-memory bench-latency bench-instructions bench-library bench-openi bench-edits bench-robust bench-medspacy \
	bench-disagreements bench-parity bench-drops bench-spark spark expectations train train-figures train-parity

help:
	@echo 'make demo              build, then score the pairs of Fixtures/example.csv'
	@echo 'make build             build hilum'
	@echo 'make library           build libhilum, for callers of C, and its header into .build/release'
	@echo 'make test              build and run the tests'
	@echo 'make page-test         drive the pages of hilum score --html in headless Chromium (needs Python; pictures in .build-page/)'
	@echo 'make ontology          check Ontology/ and compile it into the library'
	@echo 'make lint, make format check the formatting of the sources, mend it'
	@echo 'make bench-openi       extraction against the manual coding of Open-i'
	@echo 'make bench-test        the tests of what the measurements are made with'
	@echo 'make bench-edits       reports edited one step at a time: is just that step charged?'
	@echo 'make bench-findings    random findings to reports and back: is what was asked what is read?'
	@echo 'make bench-drops       which score sees which error: how far each drops at each kind of edit'
	@echo 'make bench             speed, start-up, memory, latency and instructions, beside the peers in one run'
	@echo 'make bench-readme      the same, longer; puts its table into Benchmarks/README.md'
	@echo 'make bench-throughput, bench-startup, bench-memory, bench-latency, bench-instructions  one part of it, Hilum alone'
	@echo 'make bench-library     rewards through libhilum beside the pipe of hilum reward'
	@echo 'make bench-medspacy    extraction beside medSpaCy, label by label'
	@echo 'make bench-parity      BLEU and ROUGE beside the original packages'
	@echo 'make spark             is what Apache Spark scores what hilum score scores alone? (needs Java; downloads Spark)'
	@echo 'make bench-spark       the same, and how fast'
	@echo 'make expectations      write anew what the tests expect of the original packages'
	@echo 'make bench-disagreements  the classes of the disagreements that are left'
	@echo 'make train             train the bundled model anew (hours; needs Python and IMAGES=folder); a stopped run goes on'
	@echo 'make train-figures     measure it on the validation studies and patients, beside its baselines'
	@echo 'make train-parity      compare hilum generate with PyTorch on 200 validation images'
	@echo 'make bench-robust      every report of Open-i: no crash, the same bytes each time'

setup:
	@Scripts/setup.sh

build: setup
	@swift build -c release $(STATIC) --product hilum >&2

library: setup
	@Scripts/library.sh .build/release $(STATIC)

demo: build
	@$(HILUM) score Fixtures/example.csv --id id --reference reference --candidate candidate --format table

test: setup
	@swift test

page-test: build
	@mkdir -p .build-page
	@Scripts/page-test.sh .build-page $(HILUM)

ontology: build
	@$(HILUM) ontology build Ontology -o Sources/OntologyData/ontology.sqlite

lint: setup
	@swift format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources Benchmarks/Tests

format: setup
	@swift format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources Benchmarks/Tests

clean:
	@rm -rf .build Benchmarks/.build

# The plan of a build that is kept does not notice files that came or went in the package above; without it, it is made anew.
bench-build: build
	@rm -f Benchmarks/.build/release.yaml
	@swift build -c release $(STATIC) --package-path Benchmarks >&2

bench-test: setup
	@python3 -B -m unittest discover --start-directory Benchmarks/speed --pattern tests.py
	@rm -f Benchmarks/.build/debug.yaml
	@swift test --package-path Benchmarks

$(OPENI)/xml:
	@Benchmarks/fetch-openi $(OPENI)

bench-data: bench-build $(OPENI)/xml
	@Benchmarks/.build/release/openi export $(OPENI)/development.jsonl --xml $(OPENI)/xml

bench-openi: bench-data
	@$(HILUM) extract $(OPENI)/development.jsonl --id id --text text --format mesh -o $(OPENI)/coded.jsonl
	@Benchmarks/.build/release/openi score $(OPENI)/coded.jsonl --xml $(OPENI)/xml

bench-edits: bench-data
	@Benchmarks/.build/release/edits $(OPENI)/development.jsonl --at-least 97

bench-findings: bench-build
	@Benchmarks/.build/release/findings --at-least 0.97

bench-drops: bench-data
	@Benchmarks/.build/release/edits drops $(OPENI)/development.jsonl

$(SCAN): Benchmarks/speed/requirements.txt
	@python3 -m venv $(OPENI)/scan
	@$(SCAN) -m pip install --quiet --disable-pip-version-check -r $< >&2
	@touch $(SCAN)

bench: bench-data $(SCAN) $(PEER) $(ORIGINALS)
	@$(SPEED) --scan $(SCAN) --medspacy $(PEER) --radeval $(ORIGINALS) --xml $(OPENI)/xml -o $(OPENI)/bench.json $(BENCH)

bench-readme: BENCH = --rows 1000000 --rounds 5 --readme Benchmarks/README.md
bench-readme: bench

bench-throughput bench-startup bench-memory bench-latency bench-instructions: bench-data
	@$(SPEED) --only $(patsubst bench-%,%,$@) $(BENCH)

bench-library: bench-data library
	@python3 -B Benchmarks/library/compare.py $(OPENI)/development.jsonl --hilum $(HILUM) --library $(LIBRARY)
	@python3 -B Tests/HilumCTests/Programs/check.py $(LIBRARY) 1000000

bench-robust: bench-build $(OPENI)/xml
	@Benchmarks/.build/release/openi export $(OPENI)/blind.jsonl --xml $(OPENI)/xml --all-blind
	@Benchmarks/robust $(HILUM) $(OPENI)/blind.jsonl

$(PEER): Benchmarks/medspacy/requirements.txt
	@python3 -m venv $(OPENI)/venv
	@$(PEER) -m pip install --quiet --disable-pip-version-check -r $< >&2
	@touch $(PEER)

bench-medspacy: bench-data $(PEER)
	@$(PEER) -B Benchmarks/medspacy/compare.py $(OPENI)/development.jsonl --hilum $(HILUM) --xml $(OPENI)/xml

bench-disagreements: bench-openi
	@echo
	@Benchmarks/.build/release/openi disagreements $(OPENI)/coded.jsonl --xml $(OPENI)/xml

$(ORIGINALS): Benchmarks/parity/requirements.txt Benchmarks/parity/requirements-alone.txt
	@python3 -m venv $(OPENI)/parity
	@$(ORIGINALS) -m pip install --quiet --disable-pip-version-check -r Benchmarks/parity/requirements.txt >&2
	@$(ORIGINALS) -m pip install --quiet --disable-pip-version-check --no-deps -r Benchmarks/parity/requirements-alone.txt >&2
	@touch $(ORIGINALS)

bench-parity: bench-data $(ORIGINALS)
	@$(ORIGINALS) -B Benchmarks/parity/compare.py $(OPENI)/development.jsonl --hilum $(HILUM)

expectations: $(ORIGINALS)
	@$(ORIGINALS) -B Benchmarks/parity/expectations.py Fixtures/lexical.jsonl Fixtures/stems.tsv

$(SPARK): Examples/spark/requirements.txt
	@python3 -m venv $(OPENI)/spark
	@$(SPARK) -m pip install --quiet --disable-pip-version-check -r $< >&2
	@touch $(SPARK)

spark: build $(SPARK)
	@$(SPARK) -B Examples/spark/check.py Fixtures/pairs.jsonl --hilum $(HILUM)

$(TRAINING)/venv/bin/python: Training/requirements.txt
	@python3 -m venv $(TRAINING)/venv
	@$@ -m pip install --quiet --disable-pip-version-check -r $< >&2
	@touch $@

train: bench-data $(TRAINING)/venv/bin/python
	@$(TRAINER) train $(TRAINED) --model Sources/ModelData/model
	@touch Sources/ModelData/model.c

train-figures: bench-data $(TRAINING)/venv/bin/python
	@$(TRAINER) figures $(TRAINED) --model Sources/ModelData/model

train-parity: bench-data $(TRAINING)/venv/bin/python
	@$(TRAINER) parity $(TRAINED) --model Sources/ModelData/model

bench-spark: bench-data $(SPARK)
	@$(SPARK) -B Examples/spark/check.py $(OPENI)/development.jsonl --hilum $(HILUM) --measure 200000
