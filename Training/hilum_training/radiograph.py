"""Tells what is no upright radiograph of a chest: a last row of the finding head, fitted to radiographs and to what `negatives` makes."""

import torch
import torch.nn.functional as F

from .negatives import negatives
from .splits import TRAIN, TUNE
from .study import features

NEGATIVES, SEED, PENALTY = 3000, 11, 1e-3
# The limit refuses this share of the tuning radiographs.
REFUSED = 0.005


def no_radiograph_row(encoder, openi, nih, size):
    """(weights [features], bias, limit): the logit of an image that it is none, and the highest that a radiograph has."""
    def places(images, part):
        return torch.tensor([place for place, row in enumerate(images.rows) if row["part"] == part])

    def pooled(images, chosen):
        return features(encoder, images, size, chosen).float().mean((2, 3))
    learnt, tuning = (torch.cat([pooled(images, places(images, part)) for images in (openi, nih)]) for part in (TRAIN, TUNE))
    made = negatives(openi, places(openi, TRAIN), NEGATIVES, SEED)
    weights, bias = separating(learnt, pooled(made, torch.arange(len(made))))
    return weights, bias, torch.quantile(tuning @ weights + bias, 1 - REFUSED).item()


def separating(features, others):
    """Weights and bias of the logistic regression that tells `others` from `features`, both [n, channels]."""
    mean, deviation = features.mean(0), features.std(0) + 1e-3
    inputs = (torch.cat([features, others]) - mean) / deviation
    truth = torch.cat([torch.zeros(len(features)), torch.ones(len(others))])
    weights, bias = torch.zeros(inputs.shape[1], requires_grad=True), torch.zeros(1, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights, bias], max_iter=200, line_search_fn="strong_wolfe")

    def closure():
        optimiser.zero_grad()
        loss = F.binary_cross_entropy_with_logits(inputs @ weights + bias, truth) + PENALTY * weights.square().sum()
        loss.backward()
        return loss
    optimiser.step(closure)
    weights, bias = weights.detach() / deviation, bias.detach()
    return weights, bias - weights @ mean
