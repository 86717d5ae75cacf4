#!/usr/bin/env python3
"""Hilum beside medSpaCy on the development reports of Open-i: the same scorer, the same run.

    compare.py development.jsonl --hilum HILUM --openi OPENI --xml FOLDER

Writes what medSpaCy finds as codes of Open-i beside the input (medspacy.jsonl), scores both files with `openi score`, and prints a table.
Time is CPU time (user and system) of one process on one thread: for Hilum the whole of the command, with its start, reading and writing, the
best of three, since it takes a fraction of a second; for medSpaCy its pipeline over the texts alone, without loading it.
"""
import argparse
import json
import pathlib
import resource
import subprocess
import time

import rules

HILUM_CODES, MEDSPACY_CODES = "hilum.jsonl", "medspacy.jsonl"
CORE = ["precision", "recall", "micro_f1", "macro_f1", "side_agreement", "severity_agreement", "site_agreement", "triple_f1"]
NAMES = {"precision": "precision (micro)", "recall": "recall (micro)", "micro_f1": "F1 (micro, 26 labels)", "macro_f1": "F1 (macro)",
         "side_agreement": "side agrees", "severity_agreement": "severity agrees", "site_agreement": "site agrees",
         "triple_f1": "F1 (label, site, side)"}


def pipeline():
    """medSpaCy as it comes, with the rules of ConText that it ships, and ours for what is looked for, its place and its degree."""
    import medspacy
    from loguru import logger
    from medspacy.context import ConTextRule
    from medspacy.ner import TargetRule

    # The splitter of sentences logs each token, which would be measured too.
    logger.remove()
    nlp = medspacy.load()
    matcher, context = nlp.get_pipe("medspacy_target_matcher"), nlp.get_pipe("medspacy_context")
    matcher.add([TargetRule(code, code, pattern=tokens) for code, tokens in rules.targets()])
    context.add([ConTextRule(f"{kind} {number}", kind, pattern=tokens, direction=direction, max_scope=scope)
                 for number, (kind, direction, scope, tokens) in enumerate(rules.modifiers())])
    return nlp


def qualifiers(words, table):
    """What some words say in the terms of the coding: `right lower lobe` -> lower lobe, right."""
    found, words = [], [word.lower() for word in words]
    for index, word in enumerate(words):
        for rest, said in table.get(word, []):
            if all(step.endswith("?") or any(alternative in words[index + 1:index + 4] for alternative in step.split("|")) for step in rest):
                found += said
    sides = {"left", "right"} & set(found)
    if len(sides) == 1 and ("midlung" in words or {"mid", "lung"} <= set(words)):
        # The coders call them so, and give the lingula no side.
        found.append("lingula" if sides == {"left"} else "middle lobe")
    return [said for said in found if said != "left" or "lingula" not in found]


def codes(document, table, counts_uncertain):
    """The codes of what is asserted present; `normal` where nothing is."""
    found, abnormal = [], False
    for finding in document.ents:
        said = finding._
        if said.is_negated or said.is_hypothetical or said.is_family:
            continue
        if said.is_historical or (said.is_uncertain and not counts_uncertain):
            continue
        abnormal = True
        if finding.label_.startswith("="):
            continue
        words = [token.text for token in finding]
        for modifier in said.modifiers:
            if modifier.category in ("PLACE", "DEGREE"):
                start, end = modifier.modifier_span
                words += [token.text for token in document[start:end]]
        code = "/".join(dict.fromkeys([*finding.label_.split("/"), *qualifiers(words, table)]))
        if code not in found:
            found.append(code)
    return found if abnormal else ["normal"]


def read(path):
    with open(path) as file:
        return [json.loads(line) for line in file]


def write(path, coded):
    with open(path, "w") as file:
        file.writelines(json.dumps({"id": report, "mesh": terms}) + "\n" for report, terms in coded)


def run_medspacy(reports, path, counts_uncertain):
    nlp, table = pipeline(), rules.qualifiers()
    nlp("The heart is mildly enlarged.")
    begin = time.process_time()
    coded = [(report["id"], codes(nlp(report["text"]), table, counts_uncertain)) for report in reports]
    seconds = time.process_time() - begin
    write(path, coded)
    return seconds


def run_hilum(hilum, reports, path):
    def children():
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    command = [hilum, "extract", reports, "--id", "id", "--text", "text", "--format", "mesh", "--threads", "1", "-o", path]
    seconds = []
    for _ in range(3):
        begin = children()
        subprocess.run(command, check=True)
        seconds.append(children() - begin)
    return min(seconds)


def score(openi, path, xml):
    result = subprocess.run([openi, "score", path, "--xml", xml, "--json"], check=True, capture_output=True, text=True)
    return json.loads(result.stdout)


def show(systems, reports):
    import importlib.metadata

    print(f"{reports} reports with text; medSpaCy {importlib.metadata.version('medspacy')}\n")
    names = list(systems)
    print(f"{'F1 of a label':<26}" + "".join(f"{name:>12}" for name in names) + f"{'n':>8}")
    first = systems[names[0]][0]
    for label in first["per_label"]:
        cells = "".join(f"{systems[name][0]['per_label'][label]['f1']:>12.3f}" for name in names)
        print(f"{label:<26}{cells}{first['per_label'][label]['n']:>8}")
    print()
    for key in CORE:
        print(f"{NAMES[key]:<26}" + "".join(f"{systems[name][0].get(key) or 0:>12.4f}" for name in names))
    print(f"{'reports per CPU-second':<26}" + "".join(f"{systems[name][1]:>12,.0f}" for name in names))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("reports")
    parser.add_argument("--hilum", default=".build/release/hilum")
    parser.add_argument("--openi", default="Benchmarks/.build/release/openi")
    parser.add_argument("--xml", default="Benchmarks/.data/xml")
    parser.add_argument("--folder", help="where to write what both find (default: beside the reports)")
    parser.add_argument("--json", help="write the figures to a file too")
    parser.add_argument("--uncertain", action="store_true", help="count what ConText calls uncertain as present")
    options = parser.parse_args()

    reports = [report for report in read(options.reports) if report["text"]]
    folder = pathlib.Path(options.folder or pathlib.Path(options.reports).parent)
    seconds = {"Hilum": run_hilum(options.hilum, options.reports, str(folder / HILUM_CODES)),
               "medSpaCy": run_medspacy(reports, folder / MEDSPACY_CODES, options.uncertain)}
    files = {"Hilum": HILUM_CODES, "medSpaCy": MEDSPACY_CODES}
    systems = {name: (score(options.openi, str(folder / files[name]), options.xml), len(reports) / seconds[name]) for name in files}
    show(systems, len(reports))
    if options.json:
        written = {name: figures | {"reports_per_cpu_second": rate} for name, (figures, rate) in systems.items()}
        pathlib.Path(options.json).write_text(json.dumps({"reports": len(reports), "systems": written}))


if __name__ == "__main__":
    main()
