"""Trains the bundled model (a stopped run goes on), measures it, or compares the command with PyTorch.

    python -m hilum_training train|figures|parity --images FOLDER --reports FILE.jsonl --hilum BINARY --work FOLDER --model FOLDER
"""

import argparse
import json
from pathlib import Path

import torch

from . import parity
from .evaluation import evaluate
from .images import read_sets
from .splits import in_test_third
from .training import train

parser = argparse.ArgumentParser(prog="python -m hilum_training")
parser.add_argument("step", choices=["train", "figures", "parity"])
parser.add_argument("--images", required=True, help="folder with iu.csv, iu/, nih.csv, nih/")
parser.add_argument("--reports", required=True, help="development reports of Open-i, a JSON object a line")
parser.add_argument("--hilum", required=True, help="the built command")
parser.add_argument("--work", required=True, help="where the state of the training is kept")
parser.add_argument("--model", required=True, help="the checkpoint's folder")
parser.add_argument("--threads", type=int, default=2)
options = parser.parse_args()

torch.set_num_threads(options.threads)
Path(options.work).mkdir(parents=True, exist_ok=True)
with open(options.reports) as file:
    reports = [report for report in map(json.loads, file) if not in_test_third(report["id"])]
openi, nih = read_sets(options.images)
{"train": train, "figures": evaluate, "parity": parity.compare}[options.step](options, reports, openi, nih)
