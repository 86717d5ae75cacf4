#!/usr/bin/env python3
"""RadEval's BLEU over pairs of reports, as `bench-parity` runs it.

    bleu.py pairs.csv
"""
import csv
import pathlib
import sys

import passes

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "parity"))
import originals  # noqa: E402


def main():
    with open(sys.argv[1], newline="") as file:
        pairs = [(row["candidate"], row["reference"]) for row in csv.DictReader(file)]
    size = sum(len(text.encode()) for pair in pairs for text in pair)

    def bleu():
        originals.bleu(pairs, originals.RadEvalBleuScorer)
        return {"items": len(pairs), "bytes": size}

    bleu()
    passes.serve({"package": "RadEval " + originals.VERSIONS["RadEval"], "items": len(pairs)}, {"bleu": bleu})


if __name__ == "__main__":
    main()
