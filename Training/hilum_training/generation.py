"""Calls `hilum generate`."""

import json
import subprocess


def generated(options, rows, *more):
    """The lines that it writes for rows of {"id", "images"}, whose images are paths joined by semicolons."""
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    output = subprocess.run(
        [options.hilum, "generate", "-", "--input-format", "jsonl", "--image-column", "images", "--format", "jsonl", "--allow-any-image",
         "--model", options.model, *more], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in output.stdout.splitlines()]
