"""The whole training: encoder and finding head, what their outputs mean, the decoder, and the checkpoint they make."""

import json
from pathlib import Path

import torch

from . import checkpoint
from .decoder import Decoder, DecoderConfig
from .outputs import outputs
from .radiograph import no_radiograph_row
from .splits import TRAIN, TUNE, split
from .statements import frequent
from .study import features, views
from .texts import Corpus, mirrored
from .tokens import train_tokenizer
from .train_decoder import DecoderTraining, Example
from .train_encoder import EncoderTraining

NAME = "hilum-small"
# Reports of a study that the decoder learns: the whole one, and draws of its sentences.
VARIANTS, SEED, TEXT_EPOCHS, IMAGE_EPOCHS = 4, 7, 5, 3


def train(options, reports, openi, nih):
    corpus = Corpus(options.hilum, reports)
    names = {part: [name for name in corpus.texts if split(name) == part] for part in (TRAIN, TUNE)}
    work = Path(options.work)
    statements = kept(work / "statements.json", lambda: frequent([corpus.findings[name] for name in names[TRAIN]]))
    by_name = {report["id"]: report for report in reports}

    encoding = EncoderTraining(openi, nih, by_name, corpus.findings, statements, work / "encoder.pt")
    encoding.train()
    size = encoding.stages[-1][0]
    encoder, head = encoding.finished()
    seen = study_features(encoder, openi, size)
    *row, limit = no_radiograph_row(encoder, openi, nih, size)
    order, meanings = outputs(options.hilum, encoding, corpus, statements, size, limit)

    examples = kept(work / "examples.json", lambda: {
        part: corpus.examples(names[part], VARIANTS if part == TRAIN else 1, SEED) for part in names})
    tokenizer = train_tokenizer([text for example in examples[TRAIN] for text in example[1:]], DecoderConfig().vocabulary)
    examples[TRAIN] += mirrored(examples[TRAIN])
    torch.manual_seed(SEED)
    decoder = Decoder(DecoderConfig(), encoder.config.features, (size // 32) ** 2, dropout=0.1)
    decoding = DecoderTraining(
        decoder, *([Example(tokenizer, *example) for example in examples[part]] for part in (TRAIN, TUNE)),
        work / "decoder.pt", TEXT_EPOCHS, IMAGE_EPOCHS, features=seen)
    decoding.train()

    with decoding.run.mean_weights():
        checkpoint.write(options.model, NAME, size, encoder, head.exported(order, *row), decoder, tokenizer, meanings)


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
