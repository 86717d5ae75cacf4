"""A training run that can be stopped after any epoch and goes on from there."""

import contextlib
import time
from pathlib import Path

import numpy as np
import torch

FASTER = 5


def share_of_rate(progress, warm_up=0.05):
    """The rate at `progress` (0 to 1) of a stage: up in a line, then down to 0 in half a cosine."""
    return min(1.0, progress / warm_up) * 0.5 * (1 + np.cos(np.pi * progress))


class Run:
    """A model, the exponential mean of its weights, its optimiser (AdamW), and what was logged."""

    def __init__(self, model, checkpoint, rate, weight_decay, betas=(0.9, 0.999), mean_decay=0.998, faster=None):
        """`faster` is the beginning of the names of parameters that learn `FASTER` times as fast, if some do."""
        self.model, self.checkpoint = model, Path(checkpoint)
        self.mean_decay = mean_decay
        self.mean = {name: value.clone() for name, value in model.state_dict().items()}
        groups = {}
        for name, parameter in model.named_parameters():
            own_rate = rate * FASTER if faster and name.startswith(faster) else rate
            groups.setdefault((own_rate, weight_decay if parameter.ndim > 1 else 0.0), []).append(parameter)
        self.optimiser = torch.optim.AdamW([
            {"params": members, "lr": own_rate, "initial": own_rate, "weight_decay": decay}
            for (own_rate, decay), members in groups.items()], betas=betas)
        self.epoch, self.steps, self.log = 0, 0, []
        if self.checkpoint.exists():
            self.resume()

    def step(self, loss, share, largest_gradient):
        """One step down `loss`, at a `share` (0 to 1) of the rate."""
        for group in self.optimiser.param_groups:
            group["lr"] = group["initial"] * share
        self.optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), largest_gradient)
        self.optimiser.step()
        self.steps += 1
        decay = min(self.mean_decay, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            for name, value in self.model.state_dict().items():
                # A count of batches has no mean.
                self.mean[name].copy_(self.mean[name].lerp(value, 1 - decay) if value.is_floating_point() else value)

    @contextlib.contextmanager
    def mean_weights(self):
        """The model with the mean of its weights, for as long as it lasts, in evaluation and without gradients."""
        kept = {name: value.clone() for name, value in self.model.state_dict().items()}
        self.model.load_state_dict(self.mean)
        self.model.eval()
        with torch.no_grad():
            yield self.model
        self.model.load_state_dict(kept)

    def finish_epoch(self, started, **figures):
        self.epoch += 1
        line = {"epoch": self.epoch, "seconds": round(time.time() - started)} | figures
        self.log.append(line)
        print(line, flush=True)
        partial = self.checkpoint.with_suffix(".partial")
        torch.save({"model": self.model.state_dict(), "mean": self.mean, "optimiser": self.optimiser.state_dict(),
                    "epoch": self.epoch, "steps": self.steps, "log": self.log}, partial)
        partial.replace(self.checkpoint)

    def resume(self):
        state = torch.load(self.checkpoint, weights_only=False)
        self.model.load_state_dict(state["model"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.mean, self.epoch, self.steps, self.log = (state[name] for name in ("mean", "epoch", "steps", "log"))
