#!/usr/bin/env python3
"""BLEU and ROUGE of `hilum score` beside those of the original packages, over pairs made of reports.

    compare.py development.jsonl --hilum HILUM

Half of the pairs are two reports, a quarter a report and the same with its sentences in another order, and a quarter a report and one
that shares half of its sentences. Writes the pairs beside the input (lexical-pairs.jsonl), prints the greatest absolute difference of each
score, and exits with 1 where one is above the tolerance. Hilum writes six decimals: half a millionth is rounding.
"""
import argparse
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import originals


def pairs_of(texts, count):
    chance = random.Random(20)
    pairs = []
    for index in range(count):
        reference, other = texts[index % len(texts)], chance.choice(texts)
        sentences = reference.split(". ")
        chance.shuffle(sentences)
        if index % 4 == 0:
            candidate = ". ".join(sentences)
        elif index % 4 == 1:
            candidate = ". ".join(sentences[:len(sentences) // 2] + other.split(". ")[::2])
        else:
            candidate = other
        pairs.append((candidate, reference))
    return pairs


def hilum_scores(hilum, path):
    """Of the file's pairs: by name the corpus' scores (of ROUGE the mean of the pairs), and the scores of each pair."""
    with tempfile.TemporaryDirectory() as folder:
        summary = pathlib.Path(folder) / "summary.json"
        command = [hilum, "score", path, "--id", "id", "--reference", "reference", "--candidate", "candidate",
                   "--metrics", "lexical", "--format", "jsonl", "--summary", summary, "--quiet"]
        lines = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.splitlines()
        written = json.loads(summary.read_text())
    corpus = {name: written["lexical"].get(f"corpus_{name}", written["metrics"][name]["mean"]) for name in originals.NAMES}
    return corpus, [json.loads(line) for line in lines]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("reports")
    parser.add_argument("--hilum", default=".build/release/hilum")
    parser.add_argument("--pairs", type=int, default=2000)
    parser.add_argument("--tolerance", type=float, default=1e-6)
    options = parser.parse_args()

    with open(options.reports) as file:
        texts = [report["text"] for report in map(json.loads, file) if report["text"]]
    pairs = pairs_of(texts, options.pairs)
    path = pathlib.Path(options.reports).parent / "lexical-pairs.jsonl"
    with open(path, "w") as file:
        for index, (candidate, reference) in enumerate(pairs):
            file.write(json.dumps({"id": f"pair-{index}", "candidate": candidate, "reference": reference}) + "\n")

    corpus, each = originals.scores(pairs)
    found_corpus, found = hilum_scores(options.hilum, path)
    if len(found) != len(each):
        sys.exit(f"{len(found)} lines for {len(each)} pairs")

    print(f"{len(pairs)} pairs; " + ", ".join(f"{package} {version}" for package, version in originals.VERSIONS.items()) + "\n")
    print(f"{'score':<10}{'of the corpus':>16}{'Hilum':>12}{'difference':>14}{'greatest of a pair':>22}")
    worst = 0
    for name in originals.NAMES:
        of_corpus = abs(corpus[name] - found_corpus[name])
        of_pairs = max(abs(one[name] - other[name]) for one, other in zip(each, found))
        worst = max(worst, of_corpus, of_pairs)
        print(f"{name:<10}{corpus[name]:>16.6f}{found_corpus[name]:>12.6f}{of_corpus:>14.1e}{of_pairs:>22.1e}")
    if not worst <= options.tolerance:
        sys.exit(f"above {options.tolerance:g}")


if __name__ == "__main__":
    main()
