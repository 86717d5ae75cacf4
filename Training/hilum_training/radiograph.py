"""How unlike the training radiographs an image is, by the mean of its features."""

from dataclasses import dataclass

import torch

COMPONENTS = 64


@dataclass
class RadiographLikeness:
    """A Gaussian over the `components` [k, 1280] of most variance, and the mean square of what lies outside of them."""
    mean: torch.Tensor
    components: torch.Tensor
    scale: torch.Tensor
    residual: torch.Tensor

    @classmethod
    def fitted(cls, features):
        """To features [n, 1280] of training images."""
        mean = features.mean(0)
        centred = features - mean
        _, values, components = torch.linalg.svd(centred, full_matrices=False)
        components = components[:COMPONENTS]
        inside = centred @ components.T
        outside = centred - inside @ components
        return cls(mean, components, inside.std(0), outside.square().sum(1).mean()[None])

    def distance(self, features):
        """[n]: the mean of both squared distances, each 1 for the average training image."""
        centred = features - self.mean
        inside = centred @ self.components.T
        outside = (centred - inside @ self.components).square().sum(1)
        return ((inside / self.scale).square().mean(1) + outside / self.residual) / 2
