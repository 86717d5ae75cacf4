"""Pages of `hilum score --html` to be opened in a browser."""

import json
import pathlib
import subprocess

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
FIXTURES = REPOSITORY / "Fixtures"

RICH = {
    "id": "intensive care / 1",
    "reference": (
        "FINDINGS: Endotracheal tube tip 4 cm above the carina. Moderate left pleural effusion, increased since the prior study. "
        "Patchy opacity in the right lower lobe, likely pneumonia. Small right apical pneumothorax. Heart is mildly enlarged."
    ),
    "candidate": (
        "FINDINGS: Endotracheal tube tip in the right main bronchus. Small right pleural effusion, unchanged. Patchy opacity in the "
        "right lung base. Heart is enlarged. No pneumothorax. Flurbish is noted. IMPRESSION: Left middle lobe consolidation."
    ),
}
HOSTILE = {
    "id": "<b>hostile</b>",
    "reference": "</script><img src=x onerror=\"document.title='run'\"> Small left effusion – naïve 😀 with left basilar atelectasis. <!-- ",
    "candidate": "Small right effusion 😀😀 & “mild” œdème. <svg onload=\"document.title='run'\"></svg> ]]>\n\u2028Second line é: cardiomegaly.",
}
BLANK = {"id": "blank", "reference": "No acute disease.", "candidate": ""}
AGREED = {"id": "agreed", "reference": "Mild cardiomegaly.", "candidate": "The heart is mildly enlarged."}


def score(hilum, rows, page, *options):
    """Writes the page of some pairs, or of a file.

    Arguments:
        hilum: the command.
        rows: objects with id, reference and candidate, or a path.
        page: where the page goes.
    """
    source = rows
    if not isinstance(rows, pathlib.Path):
        source = page.with_suffix(".jsonl")
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    subprocess.run(
        [hilum, "score", source, "--reference", "reference", "--candidate", "candidate", "--html", page, "-o", "/dev/null", "--quiet",
         *options],
        check=True,
    )
    return page


def many(count):
    """The fixtures' pairs again and again, each with an id of its own."""
    rows = [json.loads(line) for line in (FIXTURES / "pairs.jsonl").read_text(encoding="utf-8").splitlines()]
    for number in range(count):
        row = rows[number % len(rows)]
        yield {"id": f"study-{number:05}", "reference": row["reference"], "candidate": row["candidate"]}
