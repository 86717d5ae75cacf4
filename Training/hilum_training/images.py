"""Chest radiographs as the encoder wants them: 256×256 grey, windowed, resized, normalised."""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image

from .splits import in_test_third, split

SIDE = 256
MEAN, DEVIATION = 0.5, 0.25
WINDOW = (0.01, 0.99)


@dataclass
class Images:
    """`pixels` [n, 256, 256] bytes; `low` and `high` [n], the grey values that become 0 and 1; a row of the list each."""
    rows: list
    pixels: torch.Tensor
    low: torch.Tensor
    high: torch.Tensor

    @classmethod
    def of(cls, rows, pixels):
        """Of an array of bytes [n, 256, 256]."""
        ordered = np.sort(pixels.reshape(len(rows), -1), axis=1)
        low, high = (torch.from_numpy(ordered[:, int(share * (SIDE * SIDE - 1))].astype(np.float32)) for share in WINDOW)
        return cls(rows, torch.from_numpy(pixels), low, high)

    def __len__(self):
        return len(self.rows)

    def batch(self, indices):
        """Windowed images [b, 1, 256, 256] from 0 to 1."""
        pixels = self.pixels[indices].float()
        low, high = self.low[indices, None, None], self.high[indices, None, None]
        return ((pixels - low) / (high - low).clamp(min=1)).clamp(0, 1).unsqueeze(1)


def read(folder, rows):
    """The images of `rows`, whose `file` lies in `folder`."""
    # Those of another size as the command squashes them.
    return Images.of(rows, np.stack([
        np.asarray(Image.open(Path(folder) / row["file"]).convert("L").resize((SIDE, SIDE), Image.Resampling.BILINEAR)) for row in rows]))


def read_sets(folder):
    """The Open-i and the NIH images of `folder`, each row with its `part` (train, tune or validation)."""
    with open(Path(folder) / "iu.csv") as file:
        openi = [row for row in csv.DictReader(file) if not in_test_third(row["report"])]
    with open(Path(folder) / "nih.csv") as file:
        nih = list(csv.DictReader(file))
    for row in openi:
        row["part"] = split(row["report"])
    for row in nih:
        row["part"] = split(row["patient"])
        row["projection"] = "frontal"
    return read(Path(folder) / "iu", openi), read(Path(folder) / "nih", nih)


def prepared(windowed, size):
    """The encoder's input [b, 1, size, size]: a triangle filter as wide as the step, then the training mean and deviation."""
    resized = windowed if size == SIDE else F.interpolate(
        windowed, size=(size, size), mode="bilinear", antialias=True, align_corners=False)
    return (resized - MEAN) / DEVIATION


def augmented(windowed, size, generator):
    """As `prepared`, each image turned by up to 10°, scaled, shifted, and with another gamma and contrast; never mirrored."""
    count = len(windowed)

    def uniform(low, high):
        return torch.rand(count, generator=generator) * (high - low) + low
    angle, scale, aspect = uniform(-0.175, 0.175), uniform(0.8, 1.05), uniform(0.93, 1.07)
    cosine, sine = torch.cos(angle) * scale, torch.sin(angle) * scale
    transform = torch.stack([
        torch.stack([cosine * aspect, -sine, uniform(-0.08, 0.08)], 1),
        torch.stack([sine, cosine / aspect, uniform(-0.08, 0.08)], 1)], 1)
    grid = F.affine_grid(transform, (count, 1, size, size), align_corners=False)
    moved = F.grid_sample(windowed, grid, mode="bilinear", padding_mode="zeros", align_corners=False)
    gamma, contrast, brightness = (uniform(*bounds)[:, None, None, None] for bounds in ((0.7, 1.4), (0.8, 1.2), (-0.1, 0.1)))
    changed = (moved.clamp(min=1e-4) ** gamma - 0.5) * contrast + 0.5 + brightness
    return (changed.clamp(0, 1) - MEAN) / DEVIATION
