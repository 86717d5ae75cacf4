"""Processes that are started, and what they used until they ended."""
import os
import resource
import subprocess
import sys
import time


def run(command, stdin=None, output=subprocess.DEVNULL):
    """Runs a command to its end.

    Returns wall and CPU time in seconds, `peak` resident memory in bytes and `major_faults`, the pages that had to come from the disk. A process
    that is started counts at least what the one that starts it held then, so this one has to stay small.
    """
    command = [str(part) for part in command]
    start = time.monotonic()
    process = subprocess.Popen(command, stdin=stdin or subprocess.DEVNULL, stdout=output, stderr=subprocess.PIPE)
    with process.stderr:
        errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(command[:2])} ended with status {process.returncode}: {errors.decode(errors='replace').strip()[:500]}")
    unit = 1 if sys.platform == "darwin" else 1024
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss * unit, "major_faults": usage.ru_majflt}


def own_peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def evict(paths):
    """Asks the system to forget what it keeps of files in memory, so that they have to be read from the disk again."""
    if not hasattr(os, "posix_fadvise"):
        return
    for path in paths:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(descriptor)
