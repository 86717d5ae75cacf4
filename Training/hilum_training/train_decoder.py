"""Trains the decoder on findings → report, without images first and then with them."""

import time

import numpy as np
import torch
import torch.nn.functional as F

from .run import Run, share_of_rate
from .tokens import END, prompt

BATCH, SMOOTHING = 32, 0.05
# What the finding list weighs in the loss beside the report: it is given, but without one the decoder writes it itself.
FINDING_WEIGHT = 0.3
# The shares of batches with no, one and two images before the text, in the second stage.
IMAGE_SHARES = [0.5, 0.25, 0.25]
NO_VIEWS = [None, None]


class Example:
    """A study or None, its finding list and a report that says it, as tokens; `start` is the first token that is the report's."""

    def __init__(self, tokenizer, study, findings, text):
        given = prompt(tokenizer, findings)
        self.study, self.start = study, len(given)
        self.tokens = given + tokenizer.encode(text).ids + [END]


class DecoderTraining:
    """`features` holds by study the frontal and lateral features, [1280, g, g] each or None; epochs before `text_epochs` do
    without."""

    def __init__(self, decoder, examples, held_out, checkpoint, text_epochs, image_epochs, features=None, seed=7):
        self.decoder, self.features, self.seed = decoder, features, seed
        longest = decoder.config.context - 2 * len(decoder.positions)
        self.examples = [example for example in examples if len(example.tokens) <= longest]
        self.held_out = [example for example in held_out if len(example.tokens) <= longest]
        self.text_epochs, self.epochs = text_epochs, text_epochs + image_epochs
        self.run = Run(decoder, checkpoint, rate=1.5e-3, weight_decay=0.1, betas=(0.9, 0.95))

    def train(self, until=None):
        """The epochs that are left, or those before `until`."""
        while self.run.epoch < (until or self.epochs):
            started = time.time()
            loss = self.train_epoch()
            self.run.finish_epoch(started, loss=round(loss, 4), held_out=round(self.held_out_loss(), 4))

    def train_epoch(self):
        draw = np.random.default_rng(self.seed * 1000 + self.run.epoch)
        torch.manual_seed(self.seed * 1000 + self.run.epoch)
        batches, losses = self.batches(draw), []
        self.decoder.train()
        for number, batch in enumerate(batches):
            images = draw.choice(3, p=IMAGE_SHARES) if self.run.epoch >= self.text_epochs else 0
            loss = self.loss([self.examples[i] for i in batch], images, SMOOTHING)
            share = share_of_rate((self.run.epoch + number / len(batches)) / self.epochs)
            self.run.step(loss, share, largest_gradient=1.0)
            losses.append(loss.item())
        return sum(losses) / len(losses)

    def batches(self, draw):
        """Examples of like length together, in random order."""
        noisy = np.array([len(example.tokens) for example in self.examples]) + draw.uniform(0, 12, len(self.examples))
        order = np.argsort(noisy)
        batches = [order[i:i + BATCH] for i in range(0, len(order), BATCH)]
        draw.shuffle(batches)
        return batches

    def loss(self, examples, images, smoothing):
        """Weighted mean cross entropy of each next token behind up to `images` images a study."""
        longest = max(len(example.tokens) for example in examples)
        tokens = torch.full((len(examples), longest), END)
        weights = torch.zeros(len(examples), longest - 1)
        for row, example in enumerate(examples):
            tokens[row, :len(example.tokens)] = torch.tensor(example.tokens)
            weights[row, :example.start - 1] = FINDING_WEIGHT
            weights[row, example.start - 1:len(example.tokens) - 1] = 1
        with torch.autocast("cpu", torch.bfloat16):
            image, hidden = self.image(examples, images)
            logits = self.decoder(tokens[:, :-1], image, hidden)
        each = F.cross_entropy(logits.float().transpose(1, 2), tokens[:, 1:], reduction="none", label_smoothing=smoothing)
        return (each * weights).sum() / weights.sum()

    def image(self, examples, count):
        """Image tokens [n, count · cells, width], and which of them belong to views that a study does not have."""
        if count == 0:
            return None, None
        views = [self.features.get(example.study, NO_VIEWS)[:count] for example in examples]
        missing = torch.tensor([[view is None for view in study] for study in views])
        if missing.all():
            return None, None
        some = next(view for study in views for view in study if view is not None)
        nothing = torch.zeros(some.shape)
        features = torch.stack([nothing if view is None else view.float() for study in views for view in study])
        tokens = self.decoder.image_tokens(features, torch.arange(count).repeat(len(examples)))
        cells = tokens.shape[1]
        return tokens.reshape(len(examples), count * cells, -1), missing.repeat_interleave(cells, 1)

    def held_out_loss(self):
        """The loss of the mean weights on studies that are not trained on, without images and without smoothing."""
        with self.run.mean_weights():
            losses = [self.loss(self.held_out[i:i + BATCH], 0, 0.0).item() for i in range(0, len(self.held_out), BATCH)]
        return sum(losses) / len(losses)
