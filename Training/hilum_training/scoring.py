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


def present_findings(score):
    """(in both, in the candidate, in the reference): how many of CheXpert's labels but No Finding are given as present."""
    truth, given = score["chexpert"]["reference"], score["chexpert"]["candidate"]
    found = [(truth[label] == 1, given[label] == 1) for label in truth if label != "No Finding"]
    return tuple(sum(column) for column in ([a and b for a, b in found], [b for _, b in found], [a for a, _ in found]))


def micro_f1(counts):
    """Of rows of `present_findings`."""
    both, claimed, stated = (sum(column) for column in zip(*counts))
    return 2 * both / max(claimed + stated, 1)


def rewards(hilum, references, candidates):
    return [score["kg"]["reward"] for score in scores(hilum, references, candidates, "kg")]
