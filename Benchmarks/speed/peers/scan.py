#!/usr/bin/env python3
"""The bare limit: Aho-Corasick over the same bytes with the same phrases, and nothing made of what is found.

    scan.py reports.jsonl ontology.sqlite --megabytes 50

In its favour: texts and phrases are folded to lower case and encoded beforehand, the automaton is built beforehand, the kind of automaton is
the one that the package takes for the fastest, and Python's collector is off. One call a report, the longest of the phrases that begin
leftmost, words or parts of words.
"""
import argparse
import gc
import importlib.metadata

import ahocorasick_rs

import passes
import vocabulary


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("reports")
    parser.add_argument("ontology")
    parser.add_argument("--megabytes", type=int, default=50)
    options = parser.parse_args()

    texts, size = passes.repeated(passes.read_texts(options.reports), options.megabytes * 1_000_000)
    texts = [text.lower().encode() for text in texts]
    vocabularies = {"scan.names": vocabulary.phrases(options.ontology, vocabulary.NAMES),
                    "scan.vocabulary": vocabulary.phrases(options.ontology, vocabulary.NAMES + vocabulary.LANGUAGE)}

    def scan(automaton):
        find, matches = automaton.find_matches_as_indexes, 0
        for text in texts:
            matches += len(find(text))
        return {"items": len(texts), "bytes": size, "matches": matches}

    automata = {name: ahocorasick_rs.BytesAhoCorasick(found, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
                for name, found in vocabularies.items()}
    # It makes no cycles, so looking for them would be time lost.
    gc.disable()
    passes.serve(
        {"package": "ahocorasick_rs " + importlib.metadata.version("ahocorasick_rs"), "items": len(texts), "bytes": size,
         "phrases": {name: len(found) for name, found in vocabularies.items()}},
        {name: lambda automaton=automaton: scan(automaton) for name, automaton in automata.items()})


if __name__ == "__main__":
    main()
