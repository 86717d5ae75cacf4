"""Measures a checkpoint through `hilum generate` and `hilum score` on the validation studies and patients."""

import json
import os
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from .baselines import best_constant, nearest, without_image
from .calibration import expected_error
from .checkpoint import Model
from .generation import generated
from .labels import JUDGED_OPENI, NIH, OPENI, nih_labels, openi_labels
from .measures import macro_area, report_figures
from .splits import TRAIN, VALIDATION, split
from .study import features
from .texts import Corpus, key


def evaluate(options, reports, openi, nih):
    by_name = {report["id"]: report for report in reports}
    studies = {}
    for row in openi.rows:
        if row["part"] == VALIDATION:
            studies.setdefault(row["report"], []).append(os.path.join(options.images, "iu", row["file"]))
    written = generated(options, [{"id": name, "images": ";".join(paths)} for name, paths in studies.items()])
    patients = [row for row in nih.rows if row["part"] == VALIDATION]
    read = generated(options, [
        {"id": row["file"], "images": os.path.join(options.images, "nih", row["file"])} for row in patients], "--max-tokens", "1")
    figures = {
        "labels": label_figures(by_name, written, read, patients),
        "reports": compared(options, by_name, openi, {line["id"]: line["report"] for line in written})}
    print(json.dumps(figures, indent=1))
    print(table(figures["reports"]))


def label_figures(by_name, written, read, patients):
    """AUROC and calibration of the labels, as the command gives them."""
    def probabilities(lines, kind, names):
        each = [{item["name"]: item["probability"] for item in line["probabilities"] if item["kind"] == kind} for line in lines]
        return np.array([[found[name] for name in names] for found in each])
    coded = [(line, labels) for line in written if (labels := openi_labels(by_name[line["id"]]["mesh"]))]
    truth = np.array([labels for _, labels in coded])
    given = probabilities([line for line, _ in coded], "open-i", list(OPENI))
    judged = [list(OPENI).index(name) for name in JUDGED_OPENI]
    of_nih = [(line, row) for line, row in zip(read, patients) if any(item["kind"] == "nih" for item in line["probabilities"])]
    nih_truth = np.array([nih_labels(row["labels"]) for _, row in of_nih])
    nih_given = probabilities([line for line, _ in of_nih], "nih", NIH)
    return {
        "Open-i, the 13": macro_area(JUDGED_OPENI, truth[:, judged], given[:, judged], [line["id"] for line, _ in coded]),
        "Open-i, all": macro_area(list(OPENI), truth, given, [line["id"] for line, _ in coded]),
        "NIH": macro_area(NIH, nih_truth, nih_given, [row["patient"] for _, row in of_nih]),
        "NIH images taken for lateral ones": len(patients) - len(of_nih),
        "calibration error": {name: round(expected_error(torch.tensor(p), torch.tensor(t)), 4)
                              for name, p, t in (("Open-i", given, truth), ("NIH", nih_given, nih_truth))}}


def compared(options, by_name, openi, written):
    """The model beside its baselines, on validation studies whose text no training study has."""
    corpus = Corpus(options.hilum, list(by_name.values()))
    training = [name for name in corpus.texts if split(name) == TRAIN]
    # As the decoder was shown them: two reports may differ in nothing but a sentence that states no finding.
    known = {key(corpus.texts[name]) for name in training}
    names = [name for name in written if by_name[name]["text"] and key(corpus.texts.get(name, "")) not in known]
    model = Model(options.model)
    frontal = {}
    for place, row in enumerate(openi.rows):
        if row["projection"] == "frontal":
            frontal.setdefault(row["report"], place)

    def pooled(chosen):
        return features(model.encoder, openi, model.size, torch.tensor([frontal[name] for name in chosen])).float().mean((2, 3))
    names = [name for name in names if name in frontal]
    seen = [name for name in training if name in frontal]
    constant = best_constant(options.hilum, [corpus.texts[name] for name in training])
    systems = {
        "best constant report": [constant] * len(names),
        "nearest training image": nearest(pooled(names), pooled(seen), [corpus.texts[name] for name in seen]),
        "decoder without image": [without_image(model.decoder, Tokenizer.from_file(str(Path(options.model) / "tokenizer.json")))] * len(names),
        "hilum generate": [written[name] for name in names]}
    abnormal = [i for i, name in enumerate(names) if by_name[name]["mesh"] not in (["normal"], ["No Indexing"], [])]
    figures = {}
    for part, rows in (("all", range(len(names))), ("abnormal", abnormal)):
        references = [by_name[names[i]]["text"] for i in rows]
        figures[f"{part}, {len(references)} studies"] = {
            system: report_figures(options.hilum, references, [candidates[i] for i in rows]) for system, candidates in systems.items()}
    return figures


def table(figures):
    """Markdown, a row a system and part."""
    columns = list(next(iter(next(iter(figures.values())).values())))
    lines = ["| studies | system | " + " | ".join(columns) + " |", "|---|---|" + "---|" * len(columns)]
    lines += [f"| {part} | {system} | " + " | ".join(str(row[column]) for column in columns) + " |"
              for part, systems in figures.items() for system, row in systems.items()]
    return "\n".join(lines)
