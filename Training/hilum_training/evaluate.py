"""Measures a checkpoint through `hilum generate` and `hilum score` on the validation studies and patients."""

import json
import subprocess

import numpy as np
from sklearn.metrics import roc_auc_score

from .calibration import expected_error
from .scoring import scores

RESAMPLES = 1000


def generated(hilum, model, rows, *options):
    """The lines of `hilum generate` for rows of {"id", "images"}, whose images are paths joined by semicolons."""
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    output = subprocess.run(
        [hilum, "generate", "-", "--input-format", "jsonl", "--image-column", "images", "--format", "jsonl", "--model", model, *options],
        input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in output.stdout.splitlines()]


def macro_area(names, truth, probabilities, groups, seed=7):
    """Macro AUROC over the labels that some have and some have not, its 95 % bootstrap interval over groups, and each label's."""
    def each(rows):
        return {name: roc_auc_score(truth[rows, i], probabilities[rows, i]) for i, name in enumerate(names)
                if 0 < truth[rows, i].sum() < len(rows)}
    rows_of = {}
    for row, group in enumerate(groups):
        rows_of.setdefault(group, []).append(row)
    members, draw, means = list(rows_of.values()), np.random.default_rng(seed), []
    for _ in range(RESAMPLES):
        rows = np.concatenate([members[i] for i in draw.integers(0, len(members), len(members))])
        means.append(np.mean(list(each(rows).values())))
    areas = each(np.arange(len(truth)))
    low, high = np.percentile(means, [2.5, 97.5])
    return {"macro": np.mean(list(areas.values())), "interval": (low, high), "labels": areas}


def report_figures(hilum, references, candidates):
    """Mean reward, GREEN, F1 of the graphs, micro-F1 of CheXpert's fourteen labels (present), BLEU-4, ROUGE-L, distinct outputs."""
    lines = scores(hilum, references, candidates)
    both = claimed = stated = 0
    for line in lines:
        labels = line["chexpert"]
        pairs = [(labels["reference"][name] == 1, labels["candidate"][name] == 1) for name in labels["reference"] if name != "No Finding"]
        both += sum(r and c for r, c in pairs)
        stated += sum(r for r, _ in pairs)
        claimed += sum(c for _, c in pairs)

    def mean(*path):
        values = []
        for line in lines:
            value = line
            for key in path:
                value = value[key]
            if value is not None:
                values.append(value)
        return float(np.mean(values))
    return {"reward": mean("kg", "reward"), "GREEN": mean("green"), "graph F1": mean("kg", "f1"),
            "finding F1": 2 * both / max(claimed + stated, 1), "BLEU-4": mean("bleu_4"), "ROUGE-L": mean("rouge_l"),
            "distinct": len(set(candidates))}
