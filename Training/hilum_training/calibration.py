"""Logits to probabilities that can be taken at their word."""

import torch
import torch.nn.functional as F


def platt(logits, truth):
    """(scale, shift) so that sigmoid(scale · logit + shift) fits `truth` best (Platt 1999), one pair for all columns."""
    scale, shift = torch.ones(1, requires_grad=True), torch.zeros(1, requires_grad=True)
    optimiser = torch.optim.LBFGS([scale, shift], max_iter=100, line_search_fn="strong_wolfe")

    def closure():
        optimiser.zero_grad()
        loss = F.binary_cross_entropy_with_logits(logits * scale + shift, truth)
        loss.backward()
        return loss
    optimiser.step(closure)
    return scale.item(), shift.item()


def expected_error(probabilities, truth, bins=10):
    """The mean distance of stated and found frequency over equally filled bins (ECE; Naeini et al. 2015)."""
    order = torch.argsort(probabilities.flatten())
    parts = zip(probabilities.flatten()[order].chunk(bins), truth.flatten()[order].chunk(bins))
    return sum(len(p) * (p.mean() - t.mean()).abs().item() for p, t in parts) / len(order)
