"""What the finding head's rows mean: calibrated on the tuning studies, and the thresholds of a report's statements."""

import numpy as np
import torch

from .calibration import platt
from .labels import NIH, OPENI
from .plan import best_thresholds, exclusions
from .splits import TRAIN, TUNE, split
from .statements import targets
from .study import LATERAL_SHARE, cut, study_logits, views


def outputs(hilum, training, corpus, statements, size, farthest):
    """What FindingOutputs.swift reads, for a finished `EncoderTraining`."""
    openi, nih = training.openi, training.nih
    pairs = {name: pair for name, pair in views(openi).items() if any(openi.rows[p]["part"] == TUNE for p in pair if p is not None)}
    chosen = sorted(place for pair in pairs.values() for place in pair if place is not None)
    of_nih = torch.nonzero(training.in_part(nih, TUNE))[:, 0]
    with training.run.mean_weights():
        frontal, lateral, _, _ = training.logits(openi, size, torch.tensor(chosen))
        nih_logits = training.logits(nih, size, of_nih)[2]
    row = {place: i for i, place in enumerate(chosen)}

    def logits(name):
        first, second = pairs[name]
        return study_logits(None if first is None else frontal[row[first]].numpy(),
                            None if second is None else lateral[row[second]].numpy())
    studies = [name for name in pairs if name in corpus.findings]
    labels, stated = (torch.tensor(part) for part in cut(np.stack([logits(name) for name in studies])))
    places = [next(place for place in pairs[name] if place is not None) for name in studies]
    coded = training.coded[places]
    finding_calibration = platt(labels[coded], training.labels[places][coded])
    statement_calibration = platt(stated, torch.tensor([targets(corpus.findings[name], statements) for name in studies]))
    nih_calibration = platt(nih_logits, training.nih_labels[of_nih])

    order, excluded = in_report_order(hilum, corpus, statements)
    probabilities = torch.sigmoid(stated * statement_calibration[0] + statement_calibration[1]).numpy().astype(float)[:, order]
    ordered = [statements[i] for i in order]
    thresholds, reward = best_thresholds(hilum, ordered, probabilities, excluded, [corpus.texts[name] for name in studies])
    print({"tuned reward": round(reward, 4), "studies": len(studies)}, flush=True)
    return order, {
        "findings": {"names": list(OPENI), "calibration": calibration(finding_calibration)},
        "nih": {"names": NIH, "calibration": calibration(nih_calibration)},
        "statements": [{"text": text, "threshold": float(threshold), "excludes": others}
                       for text, threshold, others in zip(ordered, thresholds, excluded)],
        "statement_calibration": calibration(statement_calibration),
        "lateral_share": LATERAL_SHARE, "farthest_radiograph": farthest}


def in_report_order(hilum, corpus, statements):
    """The statements' places in the order in which training reports make them, and in that order what each excludes."""
    names = [name for name in corpus.findings if split(name) == TRAIN]
    stated = np.array([targets(corpus.findings[name], statements) for name in names])
    ranks = [[] for _ in statements]
    for name in names:
        phrases = corpus.findings[name].split("; ")
        for position, phrase in enumerate(phrases):
            for i, statement in enumerate(statements):
                if statement == phrase or statement in phrase and not statement.startswith("no "):
                    ranks[i].append(position / len(phrases))
    order = sorted(range(len(statements)), key=lambda i: (float(np.mean(ranks[i])) if ranks[i] else 1.0, i))
    return order, exclusions(hilum, [statements[i] for i in order], stated[:, order])


def calibration(pair):
    return {"scale": pair[0], "shift": pair[1]}
