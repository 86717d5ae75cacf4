"""Compares what `hilum generate` makes of validation images with what PyTorch makes of them by the same weights."""

import os
import sys
from pathlib import Path

import torch
from tokenizers import Tokenizer

from .checkpoint import Model
from .decoder import greedy
from .generation import generated
from .images import prepared
from .labels import OPENI
from .splits import VALIDATION
from .tokens import END, prompt

IMAGES, TOLERANCE, MOST_TOKENS = 200, 1e-3, 200


@torch.no_grad()
def compare(options, reports, openi, nih):
    """Prints the largest difference of a logit, and how many drafts are the same; exit status 1 beyond the tolerance or if one is not."""
    model = Model(options.model)
    tokenizer = Tokenizer.from_file(str(Path(options.model) / "tokenizer.json"))
    chosen = [i for i, row in enumerate(openi.rows) if row["part"] == VALIDATION][:IMAGES]
    lines = generated(options, [
        {"id": str(i), "images": os.path.join(options.images, "iu", openi.rows[i]["file"])} for i in chosen])
    calibration = model.config["outputs"]["findings"]["calibration"]
    statements = len(model.config["outputs"]["statements"])
    largest, same = 0.0, 0
    for i, line in zip(chosen, lines):
        features = model.encoder(prepared(openi.batch(torch.tensor([i])), model.size))
        logits = model.head(features.mean((2, 3)))[0]
        is_lateral = bool(logits[-2] > 0)
        start = (len(OPENI) + statements) * is_lateral
        given = torch.tensor([item["probability"] for item in line["probabilities"] if item["kind"] == "open-i"], dtype=torch.float64)
        # With six decimals nothing can be said of the logits of what is all but certain.
        told = (given > 0.01) & (given < 0.99)
        theirs = (torch.logit(given) - calibration["shift"]) / calibration["scale"]
        largest = max(largest, (theirs - logits[start:start + len(OPENI)])[told].abs().max().item())
        image = model.decoder.image_tokens(features, torch.tensor([int(is_lateral)]))
        same += line["draft"] == draft(model.decoder, tokenizer, prompt(tokenizer, line["findings"]), image)
    print({"images": len(chosen), "largest difference of a logit": largest, "same drafts": same})
    sys.exit(0 if largest < TOLERANCE and same == len(chosen) else 1)


def draft(decoder, tokenizer, tokens, image):
    """As the command has it: what is cut off loses its last, unfinished sentence."""
    written, ended = greedy(decoder, tokens, END, MOST_TOKENS, image)
    text = tokenizer.decode(written)
    return text if ended else text[:text.rfind(".") + 1]
