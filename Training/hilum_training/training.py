"""The whole training: encoder and finding head, what their outputs mean, the decoder, and the checkpoint they make."""

import json
from pathlib import Path

import torch

from . import checkpoint
from .decoder import Decoder, DecoderConfig
from .outputs import outputs
from .radiograph import RadiographLikeness
from .splits import TRAIN, TUNE, split
from .statements import frequent
from .study import features, views
from .texts import Corpus, mirrored
from .tokens import train_tokenizer
from .train_decoder import DecoderTraining, Example
from .train_encoder import EncoderTraining

NAME = "hilum-small"
# An image that is farther away than this share of the training images is taken for no radiograph.
RADIOGRAPH_SHARE = 0.995
# Reports of a study that the decoder learns: the whole one, and draws of its sentences.
VARIANTS, SEED, TEXT_EPOCHS, IMAGE_EPOCHS = 4, 7, 6, 4


def train(options, reports, openi, nih):
    corpus = Corpus(options.hilum, reports)
    names = {part: [name for name in corpus.texts if split(name) == part] for part in (TRAIN, TUNE)}
    work = Path(options.work)
    statements = kept(work / "statements.json", lambda: frequent([corpus.findings[name] for name in names[TRAIN]]))
    by_name = {report["id"]: report for report in reports}

    encoding = EncoderTraining(openi, nih, by_name, corpus.findings, statements, work / "encoder.pt")
    encoding.train()
    size = encoding.stages[-1][0]
    with encoding.run.mean_weights():
        seen = study_features(encoding.encoder, openi, size)
    likeness, farthest = radiograph_likeness(encoding, openi, nih, size, seen)
    order, meanings = outputs(options.hilum, encoding, corpus, statements, size, farthest)

    examples = kept(work / "examples.json", lambda: {
        part: corpus.examples(names[part], VARIANTS if part == TRAIN else 1, SEED) for part in names})
    tokenizer = train_tokenizer([text for example in examples[TRAIN] for text in example[1:]], DecoderConfig().vocabulary)
    examples[TRAIN] += mirrored(examples[TRAIN])
    torch.manual_seed(SEED)
    decoder = Decoder(DecoderConfig(), encoding.encoder.config.features, (size // 32) ** 2, dropout=0.1)
    decoding = DecoderTraining(
        decoder, *([Example(tokenizer, *example) for example in examples[part]] for part in (TRAIN, TUNE)),
        work / "decoder.pt", TEXT_EPOCHS, IMAGE_EPOCHS, features=seen)
    decoding.train()

    with encoding.run.mean_weights(), decoding.run.mean_weights():
        checkpoint.write(options.model, NAME, size, encoding.encoder, encoding.head.in_order(order), decoder, tokenizer, likeness, meanings)


def kept(path, make):
    """What a file of JSON holds; what `make` returns, which is put there, if there is none. A run that goes on must go on with the same."""
    if not path.exists():
        path.write_text(json.dumps(make()))
    return json.loads(path.read_text())


def study_features(encoder, openi, size):
    """By study the features of its first frontal and lateral image, or None."""
    pairs = views(openi)
    chosen = sorted(place for pair in pairs.values() for place in pair if place is not None)
    found = dict(zip(chosen, features(encoder, openi, size, torch.tensor(chosen))))
    return {name: [found.get(place) for place in pair] for name, pair in pairs.items()}


def radiograph_likeness(encoding, openi, nih, size, seen):
    """Fitted to the training images, and the distance beyond which an image is taken for no radiograph."""
    studies = [view.float().mean((1, 2)) for name, pair in seen.items() if split(name) == TRAIN for view in pair if view is not None]
    with encoding.run.mean_weights():
        others = features(encoding.encoder, nih, size, torch.nonzero(encoding.in_part(nih, TRAIN))[:, 0])
    pooled = torch.cat([torch.stack(studies), others.float().mean((2, 3))])
    likeness = RadiographLikeness.fitted(pooled)
    return likeness, torch.quantile(likeness.distance(pooled), RADIOGRAPH_SHARE).item()
