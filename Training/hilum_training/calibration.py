"""Logits to probabilities that can be taken at their word."""

import torch
import torch.nn.functional as F
from sklearn.metrics import roc_auc_score


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


def calibrated(logits, pair):
    return torch.sigmoid(logits * pair[0] + pair[1])


def areas_by_column(logits, truth, least=5):
    """By column its AUROC, of those that at least `least` rows have and have not."""
    found = truth.sum(0)
    columns = torch.nonzero((found >= least) & (len(truth) - found >= least))[:, 0].tolist()
    return {column: roc_auc_score(truth[:, column].numpy(), logits[:, column].numpy()) for column in columns}


def blurred(logits, truth, areas, seed=5):
    """`logits` of what was learnt by heart, with as much noise as brings their mean AUROC down to that of unseen rows, `areas`."""
    noise = torch.randn(logits.shape, generator=torch.Generator().manual_seed(seed)) * logits.std(0)
    least, most = 0.0, 8.0
    for _ in range(12):
        share = (least + most) / 2
        own = areas_by_column(logits + share * noise, truth)
        shared = own.keys() & areas.keys()
        if sum(own[column] - areas[column] for column in shared) > 0:
            least = share
        else:
            most = share
    return logits + most * noise


def expected_error(probabilities, truth, bins=10):
    """The mean distance of stated and found frequency over equally filled bins (ECE; Naeini et al. 2015)."""
    order = torch.argsort(probabilities.flatten())
    parts = zip(probabilities.flatten()[order].chunk(bins), truth.flatten()[order].chunk(bins))
    return sum(len(p) * (p.mean() - t.mean()).abs().item() for p, t in parts) / len(order)
