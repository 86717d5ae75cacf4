"""The image encoder: EfficientNet-Lite0 (Tan & Le 2019, arXiv:1905.11946, without squeeze and excitation, with ReLU6).

It is trained with batch normalisation; `folded` makes that a part of the convolutions, as it is kept and as the Swift forward pass has it.
"""

from dataclasses import dataclass, field

import torch
import torch.nn.functional as F
from torch import nn

# kernel, stride of the first block, expansion, channels out, blocks
LITE0 = [(3, 1, 1, 16, 1), (3, 2, 6, 24, 2), (5, 2, 6, 40, 2), (3, 2, 6, 80, 3), (5, 1, 6, 112, 3), (5, 2, 6, 192, 4),
         (3, 1, 6, 320, 1)]
# Of a batch's mean and variance in those that are kept, and what is added to a variance.
MOMENTUM, EPSILON = 0.02, 1e-3


@dataclass
class EncoderConfig:
    stem: int = 32
    stages: list = field(default_factory=lambda: [list(stage) for stage in LITE0])
    features: int = 1280


def same_padding(x, kernel, stride):
    """Zeros so that the output has ceil(input / stride) rows and columns; an odd one goes below and to the right."""
    def total(size):
        return max((-(-size // stride) - 1) * stride + kernel - size, 0)
    rows, columns = total(x.shape[-2]), total(x.shape[-1])
    return F.pad(x, (columns // 2, columns - columns // 2, rows // 2, rows - rows // 2))


class Convolution(nn.Conv2d):
    """With "same" padding; of 1×1 in bf16 while it is trained: for processors that multiply it faster. Folded, it has a bias; before, a
    batch normalisation behind it."""

    def __init__(self, inputs, outputs, kernel=1, stride=1, groups=1, folded=True):
        # With a step of one the padding is the same on all sides.
        super().__init__(inputs, outputs, kernel, stride, kernel // 2 if stride == 1 else 0, groups=groups, bias=folded)
        self.norm = None if folded else nn.BatchNorm2d(outputs, EPSILON, MOMENTUM)

    def forward(self, x):
        if self.stride[0] > 1:
            x = same_padding(x, self.kernel_size[0], self.stride[0])
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training and self.kernel_size == (1, 1)):
            y = super().forward(x).float()
        return y if self.norm is None else self.norm(y)

    def fold_into(self, other):
        """Makes `other`, which has none, of this convolution and its normalisation."""
        factor = self.norm.weight / torch.sqrt(self.norm.running_var + EPSILON)
        other.weight.data = self.weight * factor[:, None, None, None]
        other.bias.data = self.norm.bias - self.norm.running_mean * factor


class Block(nn.Module):
    """Expand by 1×1, convolve each channel, project by 1×1; added to the input where the shapes allow."""

    def __init__(self, inputs, outputs, kernel, stride, expansion, folded=True):
        super().__init__()
        hidden = inputs * expansion
        self.expand = Convolution(inputs, hidden, folded=folded) if expansion > 1 else None
        self.depthwise = Convolution(hidden, hidden, kernel, stride, groups=hidden, folded=folded)
        self.project = Convolution(hidden, outputs, folded=folded)
        self.is_residual = stride == 1 and inputs == outputs

    def forward(self, x, drop=0.0):
        y = x if self.expand is None else F.relu6(self.expand(x), inplace=True)
        y = self.project(F.relu6(self.depthwise(y), inplace=True))
        if not self.is_residual:
            return y
        if drop and self.training:
            y = y * (torch.rand(len(y), 1, 1, 1) >= drop) / (1 - drop)
        return x + y


class Encoder(nn.Module):
    """One grey image a row, [n, 1, size, size], to features [n, 1280, size / 32, size / 32]."""

    def __init__(self, config, folded=True, frozen_blocks=0, drop_path=0.0):
        super().__init__()
        self.config, self.frozen_blocks, self.drop_path = config, frozen_blocks, drop_path
        self.stem = Convolution(1, config.stem, 3, 2, folded=folded)
        blocks, inputs = [], config.stem
        for kernel, stride, expansion, outputs, repeats in config.stages:
            for repeat in range(repeats):
                blocks.append(Block(inputs, outputs, kernel, stride if repeat == 0 else 1, expansion, folded))
                inputs = outputs
        self.blocks = nn.ModuleList(blocks)
        self.head = Convolution(inputs, config.features, folded=folded)

    def train(self, mode=True):
        """What is frozen keeps its means and variances."""
        super().train(mode)
        if self.frozen_blocks:
            self.stem.eval()
            self.blocks[:self.frozen_blocks].eval()
        return self

    def forward(self, x):
        wants_gradient = torch.is_grad_enabled()
        with torch.set_grad_enabled(wants_gradient and self.frozen_blocks == 0):
            x = F.relu6(self.stem(x), inplace=True)
        for index, block in enumerate(self.blocks):
            with torch.set_grad_enabled(wants_gradient and index >= self.frozen_blocks):
                x = block(x, self.drop_path * index / len(self.blocks))
        return F.relu6(self.head(x), inplace=True)


def convolutions(encoder):
    """Those of an encoder, in the order of the computation."""
    return [module for module in encoder.modules() if isinstance(module, Convolution)]


@torch.no_grad()
def folded(encoder):
    """The same encoder without batch normalisation."""
    plain = Encoder(encoder.config)
    for layer, target in zip(convolutions(encoder), convolutions(plain)):
        layer.fold_into(target)
    return plain.eval()
