"""Instructions by callgrind: figures that the load of the machine does not move.

A report's is the difference of two runs that differ only in how many reports they work on, so that start and preparation cancel.
"""
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys

import figures
import processes
import startup

MEASURES = ["extract.graph", "extract.json", "score.graphs", "score.texts", "score.json", "score.everything"]
ITEMS = (200, 600)


def is_available():
    return all(shutil.which(tool) for tool in ["valgrind", "strip"])


def count(command):
    """All instructions of a command in user space."""
    # Seeds of hash tables are otherwise drawn anew for each process.
    environment = {**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1"}
    tool = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    done = subprocess.run([*tool, *map(str, command)], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    found = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode != 0 or not found:
        sys.exit(f"callgrind: {' '.join(map(str, command[:2]))} ended with status {done.returncode}\n{done.stderr[-1000:]}")
    return int(found[1])


def stripped(program, folder):
    """A copy without debugging information, whose newer kinds valgrind cannot read."""
    copy = folder / pathlib.Path(program).name
    subprocess.run(["strip", "-o", copy, program], check=True)
    return copy


def measure(hilum, throughput, reports, folder):
    """By name: instructions per report or pair, and of a start."""
    folder = pathlib.Path(folder)
    hilum, throughput = stripped(hilum, folder), stripped(throughput, folder)
    line = folder / "one-line.csv"
    line.write_text(startup.ONE_LINE)
    tasks = {(name, items): [throughput, "work", name, reports, "--items", items] for name in MEASURES for items in ITEMS}
    for items in ITEMS:
        path = folder / f"pairs-{items}.csv"
        with open(path, "wb") as file:
            processes.run([throughput, "pairs", reports, "--rows", items], output=file)
        tasks["hilum extract", items] = [hilum, "extract", path, "--text", "reference", "--threads", 1, "--quiet"]
        tasks["hilum score", items] = [hilum, "score", path, "--reference", "reference", "--candidate", "candidate", "--threads", 1, "--quiet"]
    starts = {"version": [hilum, "--version"], "extract": [hilum, "extract", line, "--text", "reference"],
              "score": [hilum, "score", line, "--reference", "reference", "--candidate", "candidate"]}
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        counted = dict(zip([*tasks, *starts], pool.map(count, [*tasks.values(), *starts.values()])))
    less, more = ITEMS
    each = {name: figures.difference((more, counted[name, more]), (less, counted[name, less])) for name, items in tasks if items == less}
    return {"items": {"less": less, "more": more}, "each": each, "start": {name: counted[name] for name in starts}}
