"""The finding head: one linear layer over the mean of the encoder's features."""

import torch
from torch import nn

from .labels import NIH, OPENI


class FindingHead(nn.Module):
    """Features [n, 1280, h, w] to logits [n, outputs].

    First the Open-i labels and the statements as a frontal view shows them, then the same as a lateral one does, NIH's labels,
    and whether it is a lateral view.
    """

    def __init__(self, features, statements, dropout=0.3):
        super().__init__()
        self.sizes = [len(OPENI) + statements] * 2 + [len(NIH), 1]
        self.dropout = nn.Dropout(dropout)
        self.linear = nn.Linear(features, sum(self.sizes))

    def forward(self, features):
        """Logits cut into frontal, lateral, NIH, is-lateral."""
        return torch.split(self.linear(self.dropout(features.mean((2, 3)))), self.sizes, dim=1)

    def in_order(self, statements):
        """The linear layer alone, with the statements' rows in another order."""
        order, start = [], 0
        labels = len(OPENI)
        for _ in range(2):
            order += list(range(start, start + labels)) + [start + labels + statement for statement in statements]
            start += labels + len(statements)
        order += range(start, start + len(NIH) + 1)
        linear = nn.Linear(self.linear.in_features, len(order))
        linear.weight.data, linear.bias.data = self.linear.weight.data[order], self.linear.bias.data[order]
        return linear
