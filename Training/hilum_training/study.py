"""The images of a study taken together."""

import numpy as np
import torch

from .images import prepared
from .labels import OPENI

# What a lateral view's logits weigh in the mean, where there is a frontal one too.
LATERAL_SHARE = 0.4


def features(encoder, images, size, chosen):
    """The encoder's features [n, 1280, g, g] of the images `chosen`, in fp16."""
    with torch.no_grad():
        return torch.cat([
            encoder(prepared(images.batch(rows), size).contiguous(memory_format=torch.channels_last)).half()
            for rows in torch.split(chosen, 64)])


def views(images):
    """By report the places of its first frontal and its first lateral image, or None."""
    found = {}
    for place, row in enumerate(images.rows):
        pair = found.setdefault(row["report"], [None, None])
        side = int(row["projection"] == "lateral")
        if pair[side] is None:
            pair[side] = place
    return found


def study_logits(frontal, lateral):
    """The logits of a study for those of its views, each an array or None."""
    if lateral is None or frontal is None:
        return frontal if lateral is None else lateral
    return (1 - LATERAL_SHARE) * frontal + LATERAL_SHARE * lateral


def cut(logits):
    """A view's logits as labels and statements."""
    return np.split(logits, [len(OPENI)], axis=-1)
