#!/usr/bin/env python3
"""medSpaCy's pipeline with the rules of `bench-medspacy`, over every so manieth report: from text to its document, nothing read from it.

    medspacy_pipeline.py reports.jsonl --sample 250
"""
import argparse
import importlib.metadata
import pathlib
import sys

import passes

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "medspacy"))
import compare  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("reports")
    parser.add_argument("--sample", type=int, default=250)
    options = parser.parse_args()

    texts = passes.read_texts(options.reports)
    texts = texts[::max(1, len(texts) // options.sample)][:options.sample]
    nlp = compare.pipeline()
    size = sum(len(text.encode()) for text in texts)

    def read():
        findings = sum(len(nlp(text).ents) for text in texts)
        return {"items": len(texts), "bytes": size, "findings": findings}

    nlp(texts[0])
    passes.serve({"package": "medSpaCy " + importlib.metadata.version("medspacy"), "items": len(texts)}, {"medspacy": read})


if __name__ == "__main__":
    main()
