"""The image encoder: EfficientNet-Lite0 (Tan & Le 2019, arXiv:1905.11946, without squeeze and excitation, with ReLU6).

Batch normalisation is folded into the convolutions, so that training, export and the Swift forward pass are the same arithmetic.
"""

from dataclasses import dataclass, field

import torch
import torch.nn.functional as F
from torch import nn

# kernel, stride of the first block, expansion, channels out, blocks
LITE0 = [(3, 1, 1, 16, 1), (3, 2, 6, 24, 2), (5, 2, 6, 40, 2), (3, 2, 6, 80, 3), (5, 1, 6, 112, 3), (5, 2, 6, 192, 4),
         (3, 1, 6, 320, 1)]


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


class Pointwise(nn.Conv2d):
    """A 1×1 convolution, in bf16 while it is trained: for processors that multiply it faster."""

    def __init__(self, inputs, outputs):
        super().__init__(inputs, outputs, 1)

    def forward(self, x):
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training):
            return super().forward(x).float()


class Block(nn.Module):
    """Expand by 1×1, convolve each channel, project by 1×1; added to the input where the shapes allow."""

    def __init__(self, inputs, outputs, kernel, stride, expansion):
        super().__init__()
        hidden = inputs * expansion
        self.kernel, self.stride = kernel, stride
        self.expand = Pointwise(inputs, hidden) if expansion > 1 else None
        # With a step of one the padding is the same on all sides.
        self.depthwise = nn.Conv2d(hidden, hidden, kernel, stride, kernel // 2 if stride == 1 else 0, groups=hidden)
        self.project = Pointwise(hidden, outputs)
        self.is_residual = stride == 1 and inputs == outputs

    def forward(self, x, drop=0.0):
        y = x if self.expand is None else F.relu6(self.expand(x), inplace=True)
        if self.stride > 1:
            y = same_padding(y, self.kernel, self.stride)
        y = self.project(F.relu6(self.depthwise(y), inplace=True))
        if not self.is_residual:
            return y
        if drop and self.training:
            y = y * (torch.rand(len(y), 1, 1, 1) >= drop) / (1 - drop)
        return x + y


class Encoder(nn.Module):
    """One grey image a row, [n, 1, size, size], to features [n, 1280, size / 32, size / 32]."""

    def __init__(self, config, frozen_blocks=0, drop_path=0.0):
        super().__init__()
        self.config, self.frozen_blocks, self.drop_path = config, frozen_blocks, drop_path
        self.stem = nn.Conv2d(1, config.stem, 3, 2)
        blocks, inputs = [], config.stem
        for kernel, stride, expansion, outputs, repeats in config.stages:
            for repeat in range(repeats):
                blocks.append(Block(inputs, outputs, kernel, stride if repeat == 0 else 1, expansion))
                inputs = outputs
        self.blocks = nn.ModuleList(blocks)
        self.head = Pointwise(inputs, config.features)

    def forward(self, x):
        wants_gradient = torch.is_grad_enabled()
        with torch.set_grad_enabled(wants_gradient and self.frozen_blocks == 0):
            x = F.relu6(self.stem(same_padding(x, 3, 2)), inplace=True)
        for index, block in enumerate(self.blocks):
            with torch.set_grad_enabled(wants_gradient and index >= self.frozen_blocks):
                x = block(x, self.drop_path * index / len(self.blocks))
        return F.relu6(self.head(x), inplace=True)
