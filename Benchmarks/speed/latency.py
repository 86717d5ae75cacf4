"""How long a trainer waits for `hilum reward`: the process stays, and groups of eight candidates go down its pipe one by one."""
import json
import subprocess
import time

import figures

GROUP = 8


def measure(hilum, reports, groups):
    with open(reports) as file:
        texts = [text for text in (json.loads(line)["text"] for line in file) if text]
    return {name: answers([hilum, "reward", *options], texts, groups) for name, options in {"brief": ["--brief"], "with reasons": []}.items()}


def answers(command, texts, groups):
    waits = []
    with subprocess.Popen([*command, "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        for number in range(groups + 1):
            nine = [texts[(number * (GROUP + 1) + offset) % len(texts)] for offset in range(GROUP + 1)]
            line = json.dumps({"completions": nine[1:], "solution": nine[0]}, ensure_ascii=False).encode() + b"\n"
            start = time.monotonic()
            process.stdin.write(line)
            process.stdin.flush()
            answer = process.stdout.readline()
            waits.append(time.monotonic() - start)
            if b'"rewards"' not in answer:
                raise SystemExit(f"hilum reward did not answer group {number}")
        process.stdin.close()
    # The first waits for the start.
    return figures.spread(waits[1:])
