"""What is asked of the figures, and whether a run shows it."""

AT_LEAST, AT_MOST = "≥", "≤"

# Name, comparison, bound, unit. `ratio` figures are those of one run.
ASKED = [
    ("extract to graph", AT_LEAST, 100_000, "reports/CPU-s"),
    ("extract to graph, beside the bare scan for names", AT_LEAST, 0.25, "×"),
    ("extract to graph, beside the bare scan for all words", AT_LEAST, 0.25, "×"),
    ("extract to JSON lines", AT_LEAST, 60_000, "reports/CPU-s"),
    ("score two graphs, with reasons", AT_LEAST, 40_000, "pairs/CPU-s"),
    ("score two texts, with reasons", AT_LEAST, 40_000, "pairs/CPU-s"),
    ("two threads beside one", AT_LEAST, 1.8, "×"),
    ("hilum --version, cold", AT_MOST, 30, "ms"),
    ("hilum extract of one line, cold", AT_MOST, 30, "ms"),
    ("hilum --version, cold, read from disk", AT_MOST, 30, "ms"),
    ("hilum extract of one line, cold, read from disk", AT_MOST, 30, "ms"),
    ("peak memory of scoring 1,000,000 pairs", AT_MOST, 300, "MB"),
    ("extract to graph, beside medSpaCy", AT_LEAST, 1000, "×"),
    ("micro F1 less medSpaCy's", AT_LEAST, 0, ""),
    ("reward of 8 beside extraction of the 9, other reports", AT_MOST, 1.3, "×"),
    ("reward of 8 beside extraction of the 9, edited reports", AT_MOST, 1.3, "×"),
]


def judged(values):
    """A list of claims: `value` and `met` are None where the run did not measure it.

    - values: claim -> value; a name that nothing is asked of is an error.
    """
    names = [name for name, *_ in ASKED]
    unknown = set(values) - set(names)
    if unknown:
        raise KeyError(f"nothing is asked of {', '.join(sorted(unknown))}")
    return [{"claim": name, "comparison": comparison, "bound": bound, "unit": unit, "value": values.get(name),
             "met": is_met(values.get(name), comparison, bound)} for name, comparison, bound, unit in ASKED]


def is_met(value, comparison, bound):
    if value is None:
        return None
    return value >= bound if comparison == AT_LEAST else value <= bound
