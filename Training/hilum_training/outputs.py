"""What the finding head's rows mean: calibrated on the tuning studies, and the thresholds of a report's statements."""

import random

import numpy as np
import torch

from .calibration import platt
from .labels import NIH, OPENI
from .plan import best_thresholds, exclusions
from .splits import TRAIN, TUNE, split
from .statements import targets
from .study import LATERAL_SHARE, cut, study_logits, views
from .texts import key

# How many training studies set thresholds besides the tuning ones.
TRAINING_STUDIES = 700


def outputs(hilum, training, corpus, statements, size, no_radiograph_limit):
    """What FindingOutputs.swift reads, for a finished `EncoderTraining`: calibrated on the tuning studies; the thresholds are those
    that are worth most on tuning studies and on some training ones, of which there are enough for one a statement. A report that
    several studies have is of normal ones, which would outvote the others: they set no threshold."""
    nih, of_nih = training.nih, torch.nonzero(training.in_part(training.nih, TUNE))[:, 0]
    drawn = list(corpus.findings)
    random.Random(1).shuffle(drawn)
    chosen = [name for name in drawn if split(name) == TUNE] + [name for name in drawn if split(name) == TRAIN][:TRAINING_STUDIES]
    studies, logits, places = study_answers(training, size, chosen)
    labels, stated = (torch.tensor(part) for part in cut(logits))
    tuning = torch.tensor([split(name) == TUNE for name in studies])
    coded = tuning & training.coded[places]
    with training.run.mean_weights():
        nih_logits = training.logits(nih, size, of_nih)[2]
    finding_calibration = platt(labels[coded], training.labels[places][coded])
    truth = torch.tensor([targets(corpus.findings[name], statements) for name in studies])
    statement_calibration = platt(stated[tuning], truth[tuning])

    order, excluded = in_report_order(hilum, corpus, statements)
    probabilities = torch.sigmoid(stated * statement_calibration[0] + statement_calibration[1]).numpy().astype(float)[:, order]
    ordered = [statements[i] for i in order]
    texts = [key(corpus.texts[name]) for name in studies]
    own = [row for row, text in enumerate(texts) if texts.count(text) == 1]
    thresholds = best_thresholds(hilum, ordered, probabilities[own], excluded, [corpus.texts[studies[row]] for row in own])
    return order, {
        "findings": {"names": list(OPENI), "calibration": calibration(finding_calibration)},
        "nih": {"names": NIH, "calibration": calibration(platt(nih_logits, training.nih_labels[of_nih]))},
        "statements": [{"text": text, "threshold": float(threshold), "excludes": others}
                       for text, threshold, others in zip(ordered, thresholds, excluded)],
        "statement_calibration": calibration(statement_calibration),
        "lateral_share": LATERAL_SHARE, "no_radiograph_limit": no_radiograph_limit}


def study_answers(training, size, names):
    """Of the named studies that have images: their names, the logits of their views together, and the place of an image of each."""
    pairs = {name: pair for name, pair in views(training.openi).items() if name in set(names)}
    chosen = sorted(place for pair in pairs.values() for place in pair if place is not None)
    with training.run.mean_weights():
        frontal, lateral, _, _ = training.logits(training.openi, size, torch.tensor(chosen))
    row = {place: i for i, place in enumerate(chosen)}
    logits = [study_logits(*(None if place is None else answers[row[place]].numpy() for place, answers in zip(pair, (frontal, lateral))))
              for pair in pairs.values()]
    return list(pairs), np.stack(logits), [next(place for place in pair if place is not None) for pair in pairs.values()]


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
