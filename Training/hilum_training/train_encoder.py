"""Trains encoder and finding head on Open-i and NIH images together; goes on where it was stopped."""

import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from sklearn.metrics import roc_auc_score

from .encoder import Encoder, EncoderConfig
from .finding_head import FindingHead, parts
from .images import augmented, prepared, read_sets
from .labels import JUDGED_OPENI, NIH, OPENI, nih_labels, openi_labels
from .pretrained import start_from_imagenet
from .splits import TRAIN, VALIDATION

# (image side, epochs): small first, which is cheap, then as the model will see them.
STAGES = [(160, 9), (224, 4)]
BATCH, PEAK_RATE, WEIGHT_DECAY, EMA_DECAY = 32, 6e-4, 0.02, 0.998
FROZEN_BLOCKS = 3


class EncoderTraining:
    def __init__(self, folder, reports, checkpoint, seed=7, stages=None, start="imagenet"):
        self.checkpoint, self.stages, self.seed = Path(checkpoint), stages or STAGES, seed
        torch.manual_seed(seed)
        self.openi, self.nih = read_sets(folder)
        labels = [openi_labels(reports[row["report"]]["mesh"]) for row in self.openi.rows]
        self.openi_known = torch.tensor([label is not None for label in labels])
        self.openi_labels = torch.tensor([label or [0.0] * len(OPENI) for label in labels])
        self.nih_labels = torch.tensor([nih_labels(row["labels"]) for row in self.nih.rows])
        self.lateral = torch.tensor([row["projection"] == "lateral" for row in self.openi.rows])
        config = EncoderConfig()
        self.encoder = Encoder(config, FROZEN_BLOCKS if start == "imagenet" else 0, drop_path=0.1)
        self.head = FindingHead(config.features)
        self.model = torch.nn.ModuleDict({"encoder": self.encoder, "head": self.head}).to(memory_format=torch.channels_last)
        if start == "imagenet":
            rows = torch.arange(0, len(self.openi), len(self.openi) // 64)
            start_from_imagenet(self.encoder, prepared(self.openi.batch(rows), self.stages[0][0]))
        self.average = {name: value.clone() for name, value in self.model.state_dict().items()}
        decayed = [p for p in self.model.parameters() if p.ndim > 1]
        others = [p for p in self.model.parameters() if p.ndim <= 1]
        self.optimiser = torch.optim.AdamW(
            [{"params": decayed, "weight_decay": WEIGHT_DECAY}, {"params": others, "weight_decay": 0.0}], lr=PEAK_RATE)
        self.epoch, self.log = 0, []

    def train(self):
        """All epochs that are left; after each one the state is kept."""
        self.resume()
        sizes = [size for size, epochs in self.stages for _ in range(epochs)]
        while self.epoch < len(sizes):
            started = time.time()
            loss = self.train_epoch(sizes[self.epoch], len(sizes))
            self.epoch += 1
            line = {"epoch": self.epoch, "size": sizes[self.epoch - 1], "loss": round(loss, 4),
                    "seconds": round(time.time() - started)} | self.validated(sizes[self.epoch - 1])
            self.log.append(line)
            print(line, flush=True)
            self.save()

    def train_epoch(self, size, epochs):
        generator = torch.Generator().manual_seed(self.seed * 1000 + self.epoch)
        openi = self.indices(self.openi, TRAIN) & self.openi_known
        # A lateral view teaches less than a frontal one and costs as much: half of them, others each time.
        openi &= ~self.lateral | (torch.rand(len(self.openi), generator=generator) < 0.5)
        openi, nih = torch.nonzero(openi)[:, 0], torch.nonzero(self.indices(self.nih, TRAIN))[:, 0]
        total = len(openi) + len(nih)
        order, steps, losses = torch.randperm(total, generator=generator), total // BATCH, []
        self.model.train()
        for step in range(steps):
            self.set_rate((self.epoch + step / steps) / epochs)
            chosen = order[step * BATCH:(step + 1) * BATCH]
            from_openi, from_nih = openi[chosen[chosen < len(openi)]], nih[chosen[chosen >= len(openi)] - len(openi)]
            windowed = torch.cat([self.openi.batch(from_openi), self.nih.batch(from_nih)])
            images = augmented(windowed, size, generator).contiguous(memory_format=torch.channels_last)
            loss = self.loss(self.head(self.encoder(images)), from_openi, from_nih)
            self.optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.model.parameters(), 2.0)
            self.optimiser.step()
            self.follow()
            losses.append(loss.item())
        return sum(losses) / len(losses)

    def loss(self, logits, from_openi, from_nih):
        """Mean binary cross entropy over the labels that are known of each image."""
        frontal, lateral, nih, view = parts(logits)
        count = len(from_openi)
        is_lateral = self.lateral[from_openi]
        openi = torch.where(is_lateral[:, None], lateral[:count], frontal[:count])
        cross_entropy = F.binary_cross_entropy_with_logits
        views = torch.cat([is_lateral.float(), torch.zeros(len(from_nih))])
        loss = 0.2 * cross_entropy(view[:, 0], views)
        if count:
            loss = loss + cross_entropy(openi, self.openi_labels[from_openi]) * count / len(logits)
        if count < len(logits):
            loss = loss + cross_entropy(nih[count:], self.nih_labels[from_nih]) * (1 - count / len(logits))
        return loss

    def set_rate(self, progress):
        warm = min(1.0, progress / 0.06)
        rate = PEAK_RATE * warm * 0.5 * (1 + np.cos(np.pi * progress))
        for group in self.optimiser.param_groups:
            group["lr"] = rate

    @torch.no_grad()
    def follow(self):
        """The exponential mean of the weights, which is what is judged and kept."""
        steps = self.optimiser.state[self.head.linear.weight]["step"].item()
        decay = min(EMA_DECAY, (1 + steps) / (10 + steps))
        for name, value in self.model.state_dict().items():
            self.average[name].lerp_(value, 1 - decay)

    def indices(self, images, part):
        return torch.tensor([row["part"] == part for row in images.rows])

    @torch.no_grad()
    def logits(self, images, size, chosen):
        self.model.eval()
        return torch.cat([
            self.head(self.encoder(prepared(images.batch(rows), size).contiguous(memory_format=torch.channels_last)))
            for rows in torch.split(chosen, 64)])

    def validated(self, size):
        """Macro AUROC of the mean weights over the validation studies and patients."""
        kept = {name: value.clone() for name, value in self.model.state_dict().items()}
        self.model.load_state_dict(self.average)
        openi = torch.nonzero(self.indices(self.openi, VALIDATION) & self.openi_known)[:, 0]
        nih = torch.nonzero(self.indices(self.nih, VALIDATION))[:, 0]
        frontal, lateral, _, _ = parts(self.logits(self.openi, size, openi))
        each = torch.where(self.lateral[openi][:, None], lateral, frontal).numpy()
        studies = {}
        for position, index in enumerate(openi.tolist()):
            studies.setdefault(self.openi.rows[index]["report"], []).append((each[position], self.openi_labels[index].numpy()))
        scores = np.stack([np.mean([score for score, _ in views], axis=0) for views in studies.values()])
        truth = np.stack([views[0][1] for views in studies.values()])
        judged = {name: roc_auc_score(truth[:, i], scores[:, i]) for i, name in enumerate(OPENI) if truth[:, i].any()}
        nih_scores = parts(self.logits(self.nih, size, nih))[2].numpy()
        nih_truth = self.nih_labels[nih].numpy()
        by_nih = {name: roc_auc_score(nih_truth[:, i], nih_scores[:, i]) for i, name in enumerate(NIH) if nih_truth[:, i].any()}
        self.model.load_state_dict(kept)
        return {"openi": round(float(np.mean([judged[name] for name in JUDGED_OPENI])), 4),
                "nih": round(float(np.mean(list(by_nih.values()))), 4),
                "each": {name: round(float(value), 3) for name, value in (judged | by_nih).items()}}

    def save(self):
        state = {"model": self.model.state_dict(), "average": self.average, "optimiser": self.optimiser.state_dict(),
                 "epoch": self.epoch, "log": self.log}
        partial = self.checkpoint.with_suffix(".partial")
        torch.save(state, partial)
        partial.replace(self.checkpoint)

    def resume(self):
        if self.checkpoint.exists():
            state = torch.load(self.checkpoint, weights_only=False)
            self.model.load_state_dict(state["model"])
            self.average = state["average"]
            self.optimiser.load_state_dict(state["optimiser"])
            self.epoch, self.log = state["epoch"], state["log"]
