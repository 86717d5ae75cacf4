"""Figures of labels and of reports."""

import numpy as np
from sklearn.metrics import roc_auc_score

from .scoring import micro_f1, present_findings, scores

RESAMPLES = 1000


def macro_area(names, truth, probabilities, groups, seed=7):
    """Macro AUROC over the labels that some have and some have not, its 95 % bootstrap interval over groups, and each label's.

    `truth` and `probabilities` are [rows, names]; `groups` names the study or patient of each row.
    """
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
    return {"macro": round(float(np.mean(list(areas.values()))), 4), "interval": [round(float(low), 4), round(float(high), 4)],
            "labels": {name: round(float(area), 3) for name, area in areas.items()}}


def report_figures(hilum, references, candidates):
    """Means of the reward, of GREEN, of the graphs' F1, of BLEU-4 and ROUGE-L; micro-F1 of what CheXpert's labels give as present; and
    how many different reports there are."""
    lines = scores(hilum, references, candidates)

    def mean(*path):
        values = []
        for line in lines:
            for key in path:
                line = line[key]
            if line is not None:
                values.append(line)
        return round(float(np.mean(values)), 4)
    return {"reward": mean("kg", "reward"), "GREEN": mean("green"), "graph F1": mean("kg", "f1"),
            "finding F1": round(micro_f1([present_findings(line) for line in lines]), 4), "BLEU-4": mean("bleu_4"), "ROUGE-L": mean("rouge_l"),
            "distinct": len(set(candidates))}
