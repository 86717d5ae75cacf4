"""Trains encoder and finding head on Open-i and NIH images together."""

import copy
import time

import numpy as np
import torch
import torch.nn.functional as F
from sklearn.metrics import roc_auc_score

from .encoder import Encoder, EncoderConfig, folded
from .finding_head import FindingHead
from .images import augmented, prepared
from .labels import JUDGED_OPENI, NIH, OPENI, nih_labels, openi_labels
from .pretrained import start_from_imagenet
from .run import Run, share_of_rate
from .splits import TRAIN, VALIDATION
from .statements import targets

# (image side, epochs, share of the rate): small images first, which is cheap.
STAGES = [(160, 5, 1.0), (224, 7, 0.6)]
BATCH, FROZEN_BLOCKS = 32, 3
JUDGED_EVERY = 2
# Of the beta distribution that draws how much of an image is another one.
MIXTURE = 0.4
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
        self.lateral = torch.tensor([row["projection"] == "lateral" for row in openi.rows])
        config = EncoderConfig()
        self.encoder = Encoder(config, False, FROZEN_BLOCKS, drop_path=0.2)
        self.head = FindingHead(config.features, len(statements))
        trained = torch.nonzero(self.in_part(openi, TRAIN))[:, 0]
        start_from_imagenet(self.encoder, prepared(openi.batch(trained[::len(trained) // 64]), stages[0][0]))
        model = torch.nn.ModuleDict({"encoder": self.encoder, "head": self.head}).to(memory_format=torch.channels_last)
        self.run = Run(model, checkpoint, rate=1e-3, weight_decay=0.05, faster="head")

    def train(self):
        """The epochs that are left."""
        while self.run.epoch < len(self.stage_of):
            started, size = time.time(), self.stage_of[self.run.epoch][0][0]
            loss = self.train_epoch()
            judged = self.validated(size) if self.run.epoch % JUDGED_EVERY == JUDGED_EVERY - 1 else {}
            self.run.finish_epoch(started, size=size, loss=round(loss, 4), **judged)

    def finished(self):
        """The encoder and the finding head by the mean of their weights; the encoder is folded."""
        with self.run.mean_weights():
            return folded(self.encoder), copy.deepcopy(self.head)

    def train_epoch(self):
        (size, epochs, peak), before = self.stage_of[self.run.epoch]
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
            loss = self.loss(openi[chosen[chosen < len(openi)]], nih[chosen[chosen >= len(openi)] - len(openi)], size, draw)
            self.run.step(loss, peak * share_of_rate((self.run.epoch - before + step / steps) / epochs), largest_gradient=2.0)
            losses.append(loss.item())
        return sum(losses) / len(losses)

    def loss(self, openi, nih, size, draw):
        """Binary cross entropy over what is known of each image, a mean over the images, which are mixed with others of their kind."""
        is_lateral, count, total = self.lateral[openi], len(openi), len(openi) + len(nih)
        images = augmented(torch.cat([self.openi.batch(openi), self.nih.batch(nih)]), size, draw)
        mix = Mixture(torch.cat([is_lateral.long(), torch.full((len(nih),), 2)]))
        frontal, lateral, of_nih, view = self.head(self.encoder(mix.of(images).contiguous(memory_format=torch.channels_last)))
        of_openi = torch.where(is_lateral[:, None], lateral[:count], frontal[:count])
        labels, said = (mix.of(part[openi], slice(0, count)) for part in (self.labels, self.statements))
        nih_labels = mix.of(self.nih_labels[nih], slice(count, total))
        by_set = (count * cross_entropy(of_openi[:, :len(OPENI)], labels)
                  + count * STATEMENT_WEIGHT * cross_entropy(of_openi[:, len(OPENI):], said)
                  + (total - count) * cross_entropy(of_nih[count:], nih_labels)) / total
        return by_set + VIEW_WEIGHT * cross_entropy(view[:, 0], torch.cat([is_lateral.float(), torch.zeros(len(nih))]))

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


def cross_entropy(logits, truth):
    """The mean over the outputs; of no rows it is 0."""
    return F.binary_cross_entropy_with_logits(logits, truth) if len(logits) else logits.sum()


class Mixture:
    """Each row of a batch mixed with another of its kind (Zhang et al. 2018, arXiv:1710.09412), which weighs half at most."""

    def __init__(self, kinds):
        self.other = torch.arange(len(kinds))
        for kind in kinds.unique():
            rows = torch.nonzero(kinds == kind)[:, 0]
            self.other[rows] = rows[torch.randperm(len(rows))]
        kept = torch.distributions.Beta(MIXTURE, MIXTURE).sample((len(kinds),))
        self.kept = torch.maximum(kept, 1 - kept)

    def of(self, values, rows=slice(None)):
        """`values` of the `rows` of the batch, mixed."""
        start = rows.start or 0
        kept = self.kept[rows].view(-1, *[1] * (values.ndim - 1))
        return kept * values + (1 - kept) * values[self.other[rows] - start]


def areas(names, truth, scores):
    """The AUROC of each label that some have and some have not."""
    return {name: round(float(roc_auc_score(truth[:, i], scores[:, i])), 3)
            for i, name in enumerate(names) if 0 < truth[:, i].sum() < len(truth)}
