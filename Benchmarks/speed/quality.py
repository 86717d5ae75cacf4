"""How well Hilum and medSpaCy read the same reports: `bench-medspacy`, all of them once."""
import json
import pathlib
import subprocess

COMPARE = pathlib.Path(__file__).parents[1] / "medspacy/compare.py"


def measure(options, folder):
    """By program: the figures of `openi score` and the reports per CPU-second of that run."""
    path = pathlib.Path(folder) / "quality.json"
    subprocess.run([options.medspacy, "-B", COMPARE, options.reports, "--hilum", options.hilum, "--openi", options.openi, "--xml", options.xml,
                    "--folder", folder, "--json", path], check=True, stdout=subprocess.DEVNULL)
    return json.loads(path.read_text())
