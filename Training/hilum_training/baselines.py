"""What the model is measured against: the best constant report, the nearest training image's, a decoder without an image."""

import random

import numpy as np
import torch

from .decoder import greedy
from .scoring import rewards
from .tokens import END, FIND, REPORT


def best_constant(hilum, reports, tried=120, judged=100, seed=7):
    """Of `tried` of the reports that many studies share or that are drawn, the one that earns the highest mean reward against
    `judged` drawn ones."""
    draw = random.Random(seed)
    counts = {}
    for report in reports:
        counts[report] = counts.get(report, 0) + 1
    shared = sorted(counts, key=lambda report: (-counts[report], report))
    candidates = shared[:tried // 2] + draw.sample(shared[tried // 2:], min(tried // 2, max(0, len(shared) - tried // 2)))
    references = draw.sample(reports, min(judged, len(reports)))
    earned = rewards(hilum, references * len(candidates), [c for c in candidates for _ in references])
    return candidates[int(np.array(earned).reshape(len(candidates), -1).mean(1).argmax())]


def nearest(features, training, reports):
    """For each row of `features` [n, 1280] the report of the training image whose features point most nearly the same way."""
    cosine = torch.nn.functional.normalize(features, dim=1) @ torch.nn.functional.normalize(training, dim=1).T
    return [reports[i] for i in cosine.argmax(1).tolist()]


def without_image(decoder, tokenizer, most=200):
    """What the decoder writes of itself, token by likeliest token: its findings, and then the report that is given back."""
    written, _ = greedy(decoder, [FIND], END, most)
    return tokenizer.decode(written[written.index(REPORT) + 1:]) if REPORT in written else ""
