#!/usr/bin/env python3
"""How fast Hilum is, beside its peers and in one run: a table, and JSON.

    bench.py reports.jsonl                  # everything
    bench.py reports.jsonl --only startup   # one part

What is compared takes turns, round after round, so that a ratio holds on a machine whose load changes. `make bench` says with which files.
"""
import argparse
import contextlib
import json
import os
import pathlib
import platform
import subprocess
import sys
import tempfile
import time

import claims
import figures
import instructions
import latency
import memory
import quality
import startup
import tables
import values
from workers import Worker

PARTS = ["throughput", "quality", "startup", "memory", "latency", "instructions"]
HERE = pathlib.Path(__file__).parent

# In this order in every round, so that neighbours can be divided by one another. `all` threads are measured where they are more than two.
LIBRARY = ["extract.graph", "extract.json", "score.graphs", "score.texts", "score.json", "score.everything"]
PARALLEL = ["extract.graph", "extract.json", "score.json"]
REWARDS = ["reward.others", "reward.edited"]


def schedule(has, cores):
    """(worker, what to ask, threads) of one round.

    - has: the workers that there are.
    """
    turns = [("scan", "scan.names", 1), ("hilum", "extract.graph", 1), ("scan", "scan.vocabulary", 1), ("medspacy", "medspacy", 1)]
    turns += [("hilum", measure, threads) for measure in PARALLEL for threads in sorted({2, cores} - {1})]
    turns += [("hilum", measure, 1) for measure in LIBRARY[1:]]
    turns += [("bleu", "bleu", 1)]
    turns += [("hilum", measure, 1) for measure in REWARDS]
    return [turn for turn in turns if turn[0] in has]


def rounds(options, folder):
    """Passes by what was asked and threads, and what each worker says of itself."""
    commands = {"hilum": [options.throughput, "serve", options.reports, "--megabytes", options.megabytes, "--pairs", options.pairs]}
    if options.scan:
        commands["scan"] = [options.scan, "-B", HERE / "peers/scan.py", options.reports, options.ontology, "--megabytes", options.megabytes]
    if options.medspacy:
        commands["medspacy"] = [options.medspacy, "-B", HERE / "peers/medspacy_pipeline.py", options.reports, "--sample", options.sample]
    if options.radeval:
        pairs = pathlib.Path(folder) / "bleu-pairs.csv"
        with open(pairs, "wb") as file:
            subprocess.run([options.throughput, "pairs", options.reports, "--rows", "1000"], stdout=file, check=True)
        commands["bleu"] = [options.radeval, "-B", HERE / "peers/bleu.py", pairs]
    turns, passes = schedule(commands, os.cpu_count()), {}
    with contextlib.ExitStack() as stack:
        workers = {name: stack.enter_context(Worker(command)) for name, command in commands.items()}
        described = {name: worker.description for name, worker in workers.items()}
        check_same(described)
        for number in range(options.rounds):
            say(f"round {number + 1} of {options.rounds}")
            for name, asked, threads in turns:
                passes.setdefault((asked, threads), []).append(workers[name].ask(f"{asked} {threads}"))
    return passes, described


def check_same(described):
    """The scan has to be over the same reports as the extraction."""
    for key in ["items", "bytes"]:
        if "scan" in described and described["scan"][key] != described["hilum"][key]:
            sys.exit(f"Hilum and the scan differ in {key}: {described['hilum'][key]} and {described['scan'][key]}")


def say(text):
    print(f"bench: {text}", file=sys.stderr)


def machine():
    model = platform.processor() or platform.machine()
    with contextlib.suppress(OSError), open("/proc/cpuinfo") as file:
        model = next((line.split(":", 1)[1].strip() for line in file if line.startswith("model name")), model)
    return {"cores": os.cpu_count(), "processor": model, "system": f"{platform.system()} {platform.machine()}",
            "python": platform.python_version(), "load": [round(value, 2) for value in os.getloadavg()]}


def measure(options):
    result = {"hilum": subprocess.run([options.hilum, "--version"], check=True, capture_output=True, text=True).stdout.strip(),
              "date": time.strftime("%Y-%m-%d", time.gmtime()), "machine": machine()}
    with tempfile.TemporaryDirectory(dir=options.temporary) as folder:
        # Commands first, while this process is small: what they start from counts as theirs.
        parts = {
            "startup": lambda: startup.measure(options.hilum, folder, options.starts),
            "memory": lambda: memory.measure(options.hilum, options.throughput, options.reports, folder, options.rows, os.cpu_count()),
            "throughput": lambda: values.of_passes(*rounds(options, folder)),
            "latency": lambda: latency.measure(options.hilum, options.reports, options.groups),
            "quality": lambda: quality.measure(options, folder),
            "instructions": lambda: instructions.measure(options.hilum, options.throughput, options.reports, folder)}
        for name, part in parts.items():
            if name not in options.only:
                continue
            missing = None
            if name == "quality" and not options.medspacy:
                missing = "--medspacy was not given"
            if name == "instructions" and not instructions.is_available():
                missing = "it takes valgrind and strip (apt-get install valgrind binutils)"
            if missing:
                say(f"{name} is left out: {missing}")
                continue
            say(name)
            result[name] = part()
    result["claims"] = claims.judged(values.of_claims(result))
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("reports", help="JSONL with id and text")
    parser.add_argument("--hilum", default=".build/release/hilum")
    parser.add_argument("--throughput", default="Benchmarks/.build/release/throughput")
    parser.add_argument("--ontology", default="Sources/OntologyData/ontology.sqlite")
    parser.add_argument("--scan", help="a Python that has ahocorasick_rs")
    parser.add_argument("--medspacy", help="a Python that has medSpaCy")
    parser.add_argument("--radeval", help="a Python that has RadEval")
    parser.add_argument("--openi", default="Benchmarks/.build/release/openi")
    parser.add_argument("--xml", default="Benchmarks/.data/xml")
    parser.add_argument("--only", type=lambda text: text.split(","), default=PARTS, metavar="PART,…", help=f"of {', '.join(PARTS)}")
    parser.add_argument("--megabytes", type=int, default=50)
    parser.add_argument("--pairs", type=int, default=20_000, help="pairs in a measurement of scores")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--sample", type=int, default=250, help="reports that medSpaCy reads in a round")
    parser.add_argument("--starts", type=int, default=30, help="starts of each command")
    parser.add_argument("--rows", type=int, default=100_000, help="rows of the file whose peak memory is measured; 1000000 is asked for")
    parser.add_argument("--groups", type=int, default=300, help="groups of nine reports that hilum reward answers")
    parser.add_argument("--temporary", default=None, help="a folder for files that are removed at the end")
    parser.add_argument("-o", "--output", help="write JSON to a file")
    parser.add_argument("--readme", help="put the table between the markers of a file")
    parser.add_argument("--require", action="store_true", help="exit with 1 where a claim is not met, or was not measured")
    options = parser.parse_args()
    unknown = set(options.only) - set(PARTS)
    if unknown:
        parser.error(f"there is no part {', '.join(sorted(unknown))}: take of {', '.join(PARTS)}")

    result = measure(options)
    text = tables.text(result)
    print(text)
    if options.output:
        pathlib.Path(options.output).write_text(json.dumps(result, indent=1) + "\n")
        say(f"JSON is in {options.output}")
    if options.readme:
        path = pathlib.Path(options.readme)
        path.write_text(tables.between_markers(path.read_text(), text))
    if options.require and not all(claim["met"] for claim in result["claims"]):
        sys.exit(1)


if __name__ == "__main__":
    main()
