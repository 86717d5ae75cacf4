"""Which studies and patients train the model, set its thresholds, and judge it."""

import hashlib

TRAIN, TUNE, VALIDATION = "train", "tune", "validation"


def split(name):
    """The part that a study (`CXR12`) or patient (`7`) belongs to: the same for ever, whatever else is in the set."""
    draw = int(hashlib.sha256(f"hilum {name}".encode()).hexdigest(), 16) % 100
    return VALIDATION if draw < 20 else TUNE if draw < 28 else TRAIN


def in_test_third(report):
    """Whether an Open-i report (`CXR12`) is kept for figures that are taken elsewhere."""
    return int(report.removeprefix("CXR")) % 3 == 0
