"""What each peer does: it describes itself in a line, then answers each line that names a pass with what the pass took."""
import gc
import json
import sys
import time


def serve(description, passes):
    """
    - description: written first.
    - passes: name -> a function that does the work once and gives `items`, `bytes`, and what else there is to say.
    """
    # Nothing that is kept can become garbage, so looking through it would be time lost.
    gc.freeze()
    answer(description)
    for line in sys.stdin:
        wall, cpu = time.monotonic(), time.process_time()
        measured = passes[line.split()[0]]()
        answer({**measured, "cpu": time.process_time() - cpu, "wall": time.monotonic() - wall})


def answer(value):
    sys.__stdout__.write(json.dumps(value) + "\n")
    sys.__stdout__.flush()


def read_texts(path):
    """The texts of JSONL, without blank ones."""
    with open(path) as file:
        return [text for text in (json.loads(line)["text"] for line in file) if text]


def repeated(texts, size):
    """As `throughput` repeats them: to the text that reaches the size in bytes; and how many bytes that is."""
    sizes = [len(text.encode()) for text in texts]
    repeated, total = [], 0
    while total < size:
        total += sizes[len(repeated) % len(sizes)]
        repeated.append(texts[len(repeated) % len(texts)])
    return repeated, total
