"""Programs that stay and answer each line with a measurement, so that several can take turns in one run."""
import json
import os
import subprocess
import sys
import time


def idle_and_total():
    """Seconds of all cores together since the start of the machine: doing nothing, and in all; None where the system does not tell."""
    try:
        with open("/proc/stat") as file:
            ticks = [int(field) for field in file.readline().split()[1:9]]
    except OSError:
        return None
    # idle and iowait
    return [value / os.sysconf("SC_CLK_TCK") for value in (ticks[3] + ticks[4], sum(ticks))]


class Worker:
    """`with Worker([...]) as worker: worker.ask("extract.graph 1")`; what it writes first is its `description`."""

    def __init__(self, command):
        self.command = [str(part) for part in command]

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.description = self.answer()
        return self

    def __exit__(self, *_):
        self.end()

    def end(self):
        """The exit status, after the worker was told that nothing more is asked."""
        self.process.stdin.close()
        self.process.stdout.close()
        return self.process.wait()

    def ask(self, request):
        """The measurement, with `others`: how many cores other programs kept busy meanwhile."""
        before, start = idle_and_total(), time.monotonic()
        self.process.stdin.write(request + "\n")
        self.process.stdin.flush()
        measured = self.answer()
        after, wall = idle_and_total(), time.monotonic() - start
        if before and "cpu" in measured and wall > 0.1:
            busy = (after[1] - before[1]) - (after[0] - before[0])
            measured["others"] = round(max(0.0, (busy - measured["cpu"]) / wall), 2)
        return measured

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"{' '.join(self.command[:2])} ended with status {self.end()}")
        return json.loads(line)
