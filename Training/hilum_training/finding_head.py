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

    def exported(self, statements, last_weights, last_bias):
        """The linear layer alone, with the statements' rows in another order and one more row."""
        order, start = [], 0
        labels = len(OPENI)
        for _ in range(2):
            order += list(range(start, start + labels)) + [start + labels + statement for statement in statements]
            start += labels + len(statements)
        order += range(start, start + len(NIH) + 1)
        linear = nn.Linear(self.linear.in_features, len(order) + 1)
        linear.weight.data = torch.cat([self.linear.weight.data[order], last_weights[None]])
        linear.bias.data = torch.cat([self.linear.bias.data[order], last_bias])
        return linear
