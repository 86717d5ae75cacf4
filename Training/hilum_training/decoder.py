"""The decoder: a causal transformer over one sequence of image tokens, findings and report (early fusion)."""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import nn


@dataclass
class DecoderConfig:
    width: int = 256
    layers: int = 4
    heads: int = 4
    hidden: int = 704
    vocabulary: int = 2048
    context: int = 512
    rope_base: float = 10000.0
    epsilon: float = 1e-5


class Norm(nn.Module):
    """RMSNorm (Zhang & Sennrich 2019, arXiv:1910.07467)."""

    def __init__(self, width, epsilon):
        super().__init__()
        self.weight, self.epsilon = nn.Parameter(torch.ones(width)), epsilon

    def forward(self, x):
        return x * torch.rsqrt(x.square().mean(-1, keepdim=True) + self.epsilon) * self.weight


def rotated(x, base):
    """Rotary positions (Su et al. 2021, arXiv:2104.09864) of x [n, heads, tokens, d]: dimension j turns with j + d / 2."""
    half = x.shape[-1] // 2
    rates = base ** (-torch.arange(half, dtype=torch.float32) / half)
    angles = torch.arange(x.shape[2], dtype=torch.float32)[:, None] * rates
    cosine, sine = angles.cos(), angles.sin()
    first, second = x[..., :half], x[..., half:]
    return torch.cat([first * cosine - second * sine, second * cosine + first * sine], -1)


class Layer(nn.Module):
    """Attention, then SwiGLU (Shazeer 2020, arXiv:2002.05202), each on the normalised input and added to it."""

    def __init__(self, config):
        super().__init__()
        width = config.width
        self.heads, self.rope_base = config.heads, config.rope_base
        self.attention_norm, self.feed_norm = Norm(width, config.epsilon), Norm(width, config.epsilon)
        self.query, self.key, self.value, self.output = (nn.Linear(width, width, bias=False) for _ in range(4))
        self.gate, self.up = (nn.Linear(width, config.hidden, bias=False) for _ in range(2))
        self.down = nn.Linear(config.hidden, width, bias=False)

    def forward(self, x, mask, drop):
        n, tokens, width = x.shape

        def by_head(y):
            return y.view(n, tokens, self.heads, width // self.heads).transpose(1, 2)
        y = self.attention_norm(x)
        attended = F.scaled_dot_product_attention(
            rotated(by_head(self.query(y)), self.rope_base), rotated(by_head(self.key(y)), self.rope_base),
            by_head(self.value(y)), attn_mask=mask)
        x = x + drop(self.output(attended.transpose(1, 2).reshape(n, tokens, width)))
        y = self.feed_norm(x)
        return x + drop(self.down(F.silu(self.gate(y)) * self.up(y)))


class Decoder(nn.Module):
    """Image features and tokens to the logits of the next token."""

    def __init__(self, config, features, cells, dropout=0.0):
        super().__init__()
        self.config, self.drop = config, nn.Dropout(dropout)
        self.adapter = nn.ModuleList([nn.Linear(features, config.width), nn.Linear(config.width, config.width)])
        self.views = nn.Parameter(torch.randn(2, config.width) * 0.02)
        self.positions = nn.Parameter(torch.randn(cells, config.width) * 0.02)
        self.embedding = nn.Parameter(torch.randn(config.vocabulary, config.width) * 0.02)
        self.layers = nn.ModuleList(Layer(config) for _ in range(config.layers))
        self.norm = Norm(config.width, config.epsilon)

    def image_tokens(self, features, views):
        """Features [n, 1280, g, g] of images and their views [n] (0 frontal, 1 lateral) to tokens [n, g·g, width]."""
        cells = features.flatten(2).transpose(1, 2)
        return self.adapter[1](F.silu(self.adapter[0](cells))) + self.positions + self.views[views][:, None]

    def forward(self, tokens, image=None, image_hidden=None):
        """Logits [n, tokens, vocabulary] behind each of `tokens` [n, tokens].

        `image` [n, i, width] stands before them; `image_hidden` [n, i] tells which of its tokens nobody may see.
        """
        x = self.embedding[tokens]
        count = 0
        if image is not None:
            x, count = torch.cat([image, x], 1), image.shape[1]
        total = x.shape[1]
        sees = torch.ones(total, total, dtype=torch.bool).tril()
        sees[:count, :count] = True
        sees = sees.expand(len(x), 1, total, total)
        if image_hidden is not None and image_hidden.any():
            hidden = F.pad(image_hidden, (0, total - count))
            # What nobody sees still sees itself, so that its row of the attention has a sum.
            sees = sees & ~(hidden[:, None, None, :] & ~torch.eye(total, dtype=torch.bool))
        x = self.drop(x)
        for layer in self.layers:
            x = layer(x, sees, self.drop)
        return self.norm(x[:, count:]) @ self.embedding.T


@torch.no_grad()
def greedy(decoder, tokens, end, most, image=None):
    """Up to `most` likeliest tokens behind `tokens`, one after another, and whether the last one was followed by `end`."""
    written = []
    while len(written) < most:
        token = int(decoder(torch.tensor([tokens + written]), image)[0, -1].argmax())
        if token == end:
            return written, True
        written.append(token)
    return written, False
