"""What `hilum score` says of candidate reports."""

import json
import subprocess


def scores(hilum, references, candidates, metrics=None):
    """The parsed lines of `hilum score`, a pair each."""
    rows = "".join(json.dumps({"id": str(i), "reference": reference, "candidate": candidate}) + "\n"
                   for i, (reference, candidate) in enumerate(zip(references, candidates)))
    command = [hilum, "score", "-", "--reference", "reference", "--candidate", "candidate", "--format", "jsonl"]
    output = subprocess.run(command + (["--metrics", metrics] if metrics else []), input=rows, capture_output=True, text=True,
                            check=True)
    return [json.loads(line) for line in output.stdout.splitlines()]


def rewards(hilum, references, candidates):
    return [score["kg"]["reward"] for score in scores(hilum, references, candidates, "kg")]
