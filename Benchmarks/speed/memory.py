"""Whole commands over a file of many rows: peak memory, and time with start, reading and writing."""
import pathlib
import subprocess

import processes

# Of how many rows the peak memory is asked.
ASKED_ROWS = 1_000_000


def measure(hilum, throughput, reports, folder, rows, threads):
    """By name: what the command used over `rows` rows of a CSV of pairs."""
    path = pathlib.Path(folder) / "pairs.csv"
    with open(path, "wb") as file:
        processes.run([throughput, "pairs", reports, "--rows", rows], output=file)
    score = ["--reference", "reference", "--candidate", "candidate", "--quiet", "--threads", threads]
    extract = ["--text", "reference", "--quiet", "--threads", threads]
    commands = {"score, from a file": ([hilum, "score", path, *score], False), "score, from a pipe": ([hilum, "score", "-", *score], True),
                "extract, from a file": ([hilum, "extract", path, *extract], False),
                "extract, from a pipe": ([hilum, "extract", "-", *extract], True)}
    result = {"rows": rows, "bytes": path.stat().st_size, "threads": threads}
    try:
        result["commands"] = {name: run(command, path if is_piped else None, rows) for name, (command, is_piped) in commands.items()}
    finally:
        path.unlink()
    # What is below cannot be told apart from it.
    result["floor"] = processes.own_peak()
    return result


def run(command, piped, rows):
    if not piped:
        used = processes.run(command)
    else:
        with subprocess.Popen(["cat", piped], stdout=subprocess.PIPE) as source:
            used = processes.run(command, stdin=source.stdout)
    return {"items": rows, **used}
