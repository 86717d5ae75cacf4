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
from .run import Run, share_of_rate
from .splits import TRAIN, VALIDATION
from .statements import targets

# (image side, epochs, share of the rate): the labels on small images first, which is cheap, then labels and statements on larger ones.
STAGES = [(160, 14, 1.0), (192, 12, 0.7)]
BATCH, FROZEN_BLOCKS = 32, 3
JUDGED_EVERY = 2
# In the second stage what is rare weighs more where it is, up to this much; NIH's labels, which are noisier and sooner learnt by heart, are
# of mixed images (Zhang et al. 2018, arXiv:1710.09412), and of only so many of them an epoch.
MOST_WEIGHT, MIXTURE, NIH_SHARE = 6.0, 0.4, 0.6
# What the view's cross entropy weighs beside that of the findings, and the statements' beside the labels'.
VIEW_WEIGHT, STATEMENT_WEIGHT = 0.2, 0.5


class EncoderTraining:
    """`openi` and `nih` are `Images`; `reports` and `finding_lists` go by Open-i report."""

    def __init__(self, openi, nih, reports, finding_lists, statements, checkpoint, stages=STAGES, seed=7):
        torch.manual_seed(seed)
        self.openi, self.nih, self.seed = openi, nih, seed
        self.stages = stages
        # By epoch: the stage, and the epochs before it.
        self.stage_of = [(stage, sum(other[1] for other in stages[:i])) for i, stage in enumerate(stages) for _ in range(stage[1])]
        labels = [openi_labels(reports[row["report"]]["mesh"]) for row in openi.rows]
        self.coded = torch.tensor([label is not None for label in labels])
        self.labels = torch.tensor([label or [0.0] * len(OPENI) for label in labels])
        self.statements = torch.tensor([targets(finding_lists.get(row["report"], ""), statements) for row in openi.rows])
        self.nih_labels = torch.tensor([nih_labels(row["labels"]) for row in nih.rows])
        self.label_weights = positive_weights(self.labels[self.in_part(openi, TRAIN) & self.coded])
        self.nih_weights = positive_weights(self.nih_labels[self.in_part(nih, TRAIN)])
        self.lateral = torch.tensor([row["projection"] == "lateral" for row in openi.rows])
        config = EncoderConfig()
        self.encoder = Encoder(config, FROZEN_BLOCKS, drop_path=0.1)
        self.head = FindingHead(config.features, len(statements))
        trained = torch.nonzero(self.in_part(openi, TRAIN))[:, 0]
        start_from_imagenet(self.encoder, prepared(openi.batch(trained[::len(trained) // 64]), stages[0][0]))
        model = torch.nn.ModuleDict({"encoder": self.encoder, "head": self.head}).to(memory_format=torch.channels_last)
        self.run = Run(model, checkpoint, rate=6e-4, weight_decay=0.02, faster="head")

    def train(self):
        """The epochs that are left."""
        while self.run.epoch < len(self.stage_of):
            started, size = time.time(), self.stage_of[self.run.epoch][0][0]
            loss = self.train_epoch()
            judged = self.validated(size) if self.run.epoch % JUDGED_EVERY == JUDGED_EVERY - 1 else {}
            self.run.finish_epoch(started, size=size, loss=round(loss, 4), **judged)

    @property
    def is_first_stage(self):
        return self.stage_of[self.run.epoch][1] == 0

    def train_epoch(self):
        (size, epochs, peak), before = self.stage_of[self.run.epoch]
        draw = torch.Generator().manual_seed(self.seed * 1000 + self.run.epoch)
        torch.manual_seed(self.seed * 1000 + self.run.epoch)
        # A lateral view teaches less than a frontal one and costs as much: half of them, others each time.
        wanted = self.in_part(self.openi, TRAIN) & self.coded & (
            ~self.lateral | (torch.rand(len(self.openi), generator=draw) < 0.5))
        openi, nih = torch.nonzero(wanted)[:, 0], torch.nonzero(self.in_part(self.nih, TRAIN))[:, 0]
        if not self.is_first_stage:
            nih = nih[torch.randperm(len(nih), generator=draw)[:int(NIH_SHARE * len(nih))]]
        order = torch.randperm(len(openi) + len(nih), generator=draw)
        steps, losses = len(order) // BATCH, []
        self.run.model.train()
        for step in range(steps):
            chosen = order[step * BATCH:(step + 1) * BATCH]
            from_openi, from_nih = openi[chosen[chosen < len(openi)]], nih[chosen[chosen >= len(openi)] - len(openi)]
            windowed = torch.cat([self.openi.batch(from_openi), self.nih.batch(from_nih)])
            images = augmented(windowed, size, draw).contiguous(memory_format=torch.channels_last)
            of_nih = self.nih_labels[from_nih]
            if not self.is_first_stage:
                images, of_nih = mixed(images, of_nih, len(from_openi))
            loss = self.loss(self.head(self.encoder(images)), from_openi, of_nih)
            self.run.step(loss, peak * share_of_rate((self.run.epoch - before + step / steps) / epochs), largest_gradient=2.0)
            losses.append(loss.item())
        return sum(losses) / len(losses)

    def loss(self, logits, from_openi, of_nih):
        """Binary cross entropy over what is known of each image, a mean over the images; `of_nih` are labels from 0 to 1."""
        frontal, lateral, nih, view = logits
        count, total = len(from_openi), len(from_openi) + len(of_nih)
        is_lateral = self.lateral[from_openi]
        loss = VIEW_WEIGHT * F.binary_cross_entropy_with_logits(view[:, 0], torch.cat([is_lateral.float(), torch.zeros(len(of_nih))]))
        if count:
            openi = torch.where(is_lateral[:, None], lateral[:count], frontal[:count])
            loss = loss + self.cross_entropy(openi[:, :len(OPENI)], self.labels[from_openi], self.label_weights) * count / total
            if not self.is_first_stage:
                said = F.binary_cross_entropy_with_logits(openi[:, len(OPENI):], self.statements[from_openi])
                loss = loss + STATEMENT_WEIGHT * said * count / total
        if count < total:
            loss = loss + self.cross_entropy(nih[count:], of_nih, self.nih_weights) * (total - count) / total
        return loss

    def cross_entropy(self, logits, truth, weights):
        """What is found weighs `weights` times as much, in the second stage; the logits then come without the logarithm of it, so that
        they stay those of probabilities."""
        if self.is_first_stage:
            return F.binary_cross_entropy_with_logits(logits, truth)
        return F.binary_cross_entropy_with_logits(logits + weights.log(), truth, pos_weight=weights)

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


def positive_weights(labels):
    """The square root of how many images have not each label for one that has, at most MOST_WEIGHT."""
    shares = labels.mean(0).clamp(min=1e-4)
    return ((1 - shares) / shares).sqrt().clamp(1, MOST_WEIGHT)


def mixed(images, labels, start):
    """Each image from `start` on mixed with another of them, and its labels likewise."""
    count = len(labels)
    if count < 2:
        return images, labels
    kept = torch.distributions.Beta(MIXTURE, MIXTURE).sample((count,))
    kept = torch.maximum(kept, 1 - kept)
    other = torch.randperm(count)
    mixture = kept[:, None, None, None] * images[start:] + (1 - kept)[:, None, None, None] * images[start:][other]
    return torch.cat([images[:start], mixture]), kept[:, None] * labels + (1 - kept)[:, None] * labels[other]


def areas(names, truth, scores):
    """The AUROC of each label that some have and some have not."""
    return {name: round(float(roc_auc_score(truth[:, i], scores[:, i])), 3)
            for i, name in enumerate(names) if 0 < truth[:, i].sum() < len(truth)}
