"""Trains encoder and finding head on Open-i and NIH images together."""

import time

import numpy as np
import torch
import torch.nn.functional as F
from sklearn.metrics import roc_auc_score

from .encoder import Encoder, EncoderConfig
from .finding_head import FindingHead
from .images import augmented, prepared
from .labels import JUDGED_OPENI, NIH, OPENI, nih_labels, openi_labels
from .pretrained import start_from_imagenet
from .run import Run
from .splits import TRAIN, VALIDATION
from .statements import targets

# (image side, epochs): small first, which is cheap, then as the model will see them.
STAGES = [(160, 14), (224, 5)]
BATCH, FROZEN_BLOCKS = 32, 3
JUDGED_EVERY = 2
# What the view's cross entropy weighs beside that of the findings, and the statements' beside the labels'.
VIEW_WEIGHT, STATEMENT_WEIGHT = 0.2, 0.5


class EncoderTraining:
    """`openi` and `nih` are `Images`; `reports` and `finding_lists` go by Open-i report."""

    def __init__(self, openi, nih, reports, finding_lists, statements, checkpoint, stages=STAGES, seed=7):
        torch.manual_seed(seed)
        self.openi, self.nih, self.seed = openi, nih, seed
        self.sizes = [size for size, epochs in stages for _ in range(epochs)]
        # The cheap stage is for the labels, which are fewer and clearer.
        self.label_epochs = stages[0][1]
        labels = [openi_labels(reports[row["report"]]["mesh"]) for row in openi.rows]
        self.coded = torch.tensor([label is not None for label in labels])
        self.labels = torch.tensor([label or [0.0] * len(OPENI) for label in labels])
        self.statements = torch.tensor([targets(finding_lists.get(row["report"], ""), statements) for row in openi.rows])
        self.nih_labels = torch.tensor([nih_labels(row["labels"]) for row in nih.rows])
        self.lateral = torch.tensor([row["projection"] == "lateral" for row in openi.rows])
        config = EncoderConfig()
        self.encoder = Encoder(config, FROZEN_BLOCKS, drop_path=0.1)
        self.head = FindingHead(config.features, len(statements))
        start_from_imagenet(self.encoder, prepared(openi.batch(torch.arange(0, len(openi), len(openi) // 64)), self.sizes[0]))
        model = torch.nn.ModuleDict({"encoder": self.encoder, "head": self.head}).to(memory_format=torch.channels_last)
        self.run = Run(model, checkpoint, rate=6e-4, weight_decay=0.02, warm_up=0.06, faster="head")

    def train(self):
        """The epochs that are left."""
        while self.run.epoch < len(self.sizes):
            started, size = time.time(), self.sizes[self.run.epoch]
            loss = self.train_epoch(size)
            judged = self.validated(size) if self.run.epoch % JUDGED_EVERY == JUDGED_EVERY - 1 else {}
            self.run.finish_epoch(started, size=size, loss=round(loss, 4), **judged)

    def train_epoch(self, size):
        draw = torch.Generator().manual_seed(self.seed * 1000 + self.run.epoch)
        torch.manual_seed(self.seed * 1000 + self.run.epoch)
        # A lateral view teaches less than a frontal one and costs as much: half of them, others each time.
        wanted = self.in_part(self.openi, TRAIN) & self.coded & (
            ~self.lateral | (torch.rand(len(self.openi), generator=draw) < 0.5))
        openi, nih = torch.nonzero(wanted)[:, 0], torch.nonzero(self.in_part(self.nih, TRAIN))[:, 0]
        order = torch.randperm(len(openi) + len(nih), generator=draw)
        steps, losses = len(order) // BATCH, []
        self.run.model.train()
        for step in range(steps):
            chosen = order[step * BATCH:(step + 1) * BATCH]
            from_openi, from_nih = openi[chosen[chosen < len(openi)]], nih[chosen[chosen >= len(openi)] - len(openi)]
            windowed = torch.cat([self.openi.batch(from_openi), self.nih.batch(from_nih)])
            images = augmented(windowed, size, draw).contiguous(memory_format=torch.channels_last)
            loss = self.loss(self.head(self.encoder(images)), from_openi, from_nih)
            self.run.step(loss, (self.run.epoch + step / steps) / len(self.sizes), largest_gradient=2.0)
            losses.append(loss.item())
        return sum(losses) / len(losses)

    def loss(self, logits, from_openi, from_nih):
        """Binary cross entropy over what is known of each image, a mean over the images."""
        frontal, lateral, nih, view = logits
        count, total = len(from_openi), len(from_openi) + len(from_nih)
        is_lateral = self.lateral[from_openi]
        cross_entropy = F.binary_cross_entropy_with_logits
        loss = VIEW_WEIGHT * cross_entropy(view[:, 0], torch.cat([is_lateral.float(), torch.zeros(len(from_nih))]))
        if count:
            openi = torch.where(is_lateral[:, None], lateral[:count], frontal[:count])
            loss = loss + cross_entropy(openi[:, :len(OPENI)], self.labels[from_openi]) * count / total
            if self.run.epoch >= self.label_epochs:
                said = cross_entropy(openi[:, len(OPENI):], self.statements[from_openi])
                loss = loss + STATEMENT_WEIGHT * said * count / total
        if count < total:
            loss = loss + cross_entropy(nih[count:], self.nih_labels[from_nih]) * (total - count) / total
        return loss

    def in_part(self, images, part):
        return torch.tensor([row["part"] == part for row in images.rows])

    def logits(self, images, size, chosen):
        """As the head gives them, of the images `chosen`."""
        batches = [self.head(self.encoder(prepared(images.batch(rows), size).contiguous(memory_format=torch.channels_last)))
                   for rows in torch.split(chosen, 64)]
        return [torch.cat(part) for part in zip(*batches)]

    def validated(self, size):
        """AUROC of the mean weights over the validation studies and patients: a macro mean of each set, and of each label."""
        openi = torch.nonzero(self.in_part(self.openi, VALIDATION) & self.coded)[:, 0]
        nih = torch.nonzero(self.in_part(self.nih, VALIDATION))[:, 0]
        with self.run.mean_weights():
            frontal, lateral, _, _ = self.logits(self.openi, size, openi)
            nih_scores = self.logits(self.nih, size, nih)[2].numpy()
        views = torch.where(self.lateral[openi][:, None], lateral, frontal).numpy()
        studies = {}
        for position, index in enumerate(openi.tolist()):
            studies.setdefault(self.openi.rows[index]["report"], []).append(position)
        scores = np.stack([views[positions].mean(0) for positions in studies.values()])
        truth = self.labels[openi[[positions[0] for positions in studies.values()]]].numpy()
        by_openi, by_nih = areas(OPENI, truth, scores), areas(NIH, self.nih_labels[nih].numpy(), nih_scores)
        return {"openi": round(float(np.mean([by_openi[name] for name in JUDGED_OPENI])), 4),
                "nih": round(float(np.mean(list(by_nih.values()))), 4), "openi_labels": by_openi, "nih_labels": by_nih}


def areas(names, truth, scores):
    """The AUROC of each label that some have and some have not."""
    return {name: round(float(roc_auc_score(truth[:, i], scores[:, i])), 3)
            for i, name in enumerate(names) if 0 < truth[:, i].sum() < len(truth)}
