"""What a reward costs through libhilum, beside the pipe of a `hilum reward`. The same requests go both ways, one thread each, in turns;
the best of the rounds counts, and every answer has to be the same bytes.

    python3 compare.py REPORTS.jsonl --hilum path/to/hilum --library path/to/libhilum.so
"""
import argparse
import json
import os
import random
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../Examples/python"))
from hilum import Hilum  # noqa: E402


class Pipe:
    def __init__(self, hilum):
        self.process = subprocess.Popen(
            [hilum, "reward", "--brief", "--threads", "1"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __call__(self, request):
        self.process.stdin.write(request + b"\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().rstrip(b"\n")


def requests(texts, size, count):
    """Groups of `size` reports against another."""
    chooser = random.Random(1)
    for _ in range(count):
        reference, *candidates = chooser.sample(texts, size + 1)
        yield json.dumps({"completions": candidates, "solution": reference}).encode()


def seconds(call, lines):
    start = time.perf_counter()
    answers = [call(line) for line in lines]
    return time.perf_counter() - start, answers


def compare(name, lines, ways, rounds, texts):
    best = dict.fromkeys(ways, float("inf"))
    for _ in range(rounds):
        given = {}
        for way, call in ways.items():
            taken, given[way] = seconds(call, lines)
            best[way] = min(best[way], taken)
        if len({tuple(answers) for answers in given.values()}) != 1:
            sys.exit(f"{name}: the library answers otherwise than the command")
    pipe, library = (len(lines) / best[way] for way in ("pipe", "library"))
    microseconds = 1e6 * (best["pipe"] - best["library"]) / len(lines)
    print(f"{name:<28}{pipe:>14,.0f}{library:>14,.0f}{library / pipe:>9.2f}{microseconds:>22.1f}{library * texts:>20,.0f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("reports", help="JSONL with text")
    parser.add_argument("--hilum", required=True)
    parser.add_argument("--library", required=True)
    parser.add_argument("--count", type=int, default=4000, help="texts a measurement")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with open(options.reports, encoding="utf-8") as file:
        texts = [text for text in (json.loads(line)["text"] for line in file) if text]
    pipe, hilum = Pipe(options.hilum), Hilum(options.library)
    ways = {"pipe": pipe, "library": lambda line: hilum.answer("reward", line, brief=True)}
    print(f"{'a call is':<28}{'pipe, calls/s':>14}{'library':>14}{'ratio':>9}{'saved a call, µs':>22}{'library, texts/s':>20}")
    small = [b'{"completion":"No effusion.","solution":"Effusion."}'] * options.count
    compare("two words against one", small, ways, options.rounds, 2)
    for size in 1, 8:
        lines = list(requests(texts, size, options.count // size))
        compare(f"{size} {'reports' if size > 1 else 'report'} against another", lines, ways, options.rounds, size + 1)
    pipe.process.stdin.close()
    pipe.process.wait()


if __name__ == "__main__":
    main()
