"""The finding head: one linear layer a view over the mean of the encoder's features."""

import torch
from torch import nn

from .labels import NIH, OPENI


class FindingHead(nn.Module):
    """Features [n, 1280, h, w] to logits [n, outputs]: Open-i as a frontal view, as a lateral one, NIH, and lateral or not."""

    def __init__(self, features, dropout=0.3):
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.linear = nn.Linear(features, 2 * len(OPENI) + len(NIH) + 1)

    def forward(self, features):
        return self.linear(self.dropout(features.mean((2, 3))))


def parts(logits):
    """Logits cut into Open-i frontal, Open-i lateral, NIH, lateral."""
    return torch.split(logits, [len(OPENI), len(OPENI), len(NIH), 1], dim=1)
