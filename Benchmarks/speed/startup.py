"""What a command takes that has next to nothing to do: a process of its own each time."""
import pathlib

import figures
import processes

# Of our own making.
ONE_LINE = "id,reference,candidate\na,Small left pleural effusion. No pneumothorax.,Small right pleural effusion.\n"


def measure(hilum, folder, runs):
    """By name: spreads of wall and CPU time, with the command's file in memory (`kept`) and after it was dropped from there (`evicted`).

    The cases take turns. `nothing` is /bin/true: what starting any process costs here.
    """
    line = pathlib.Path(folder) / "one-line.csv"
    line.write_text(ONE_LINE)
    commands = {"nothing": ["/bin/true"], "version": [hilum, "--version"],
                "extract": [hilum, "extract", line, "--text", "reference"],
                "score": [hilum, "score", line, "--reference", "reference", "--candidate", "candidate"]}
    times = {(name, state): [] for name in commands for state in ["kept", "evicted"]}
    for _ in range(runs):
        for name, command in commands.items():
            processes.evict(command[:1])
            for state in ["evicted", "kept"]:
                times[name, state].append(processes.run(command))
    result = {}
    for (name, state), used in times.items():
        result.setdefault(name, {})[state] = {
            "wall": figures.spread([one["wall"] for one in used]), "cpu": figures.spread([one["cpu"] for one in used]),
            "major_faults": min(one["major_faults"] for one in used)}
    return result
