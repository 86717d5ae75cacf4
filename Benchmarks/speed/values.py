"""From passes to figures, and from figures to the values of which something is asked."""
import statistics

import figures
import memory

# (name of the ratio, what is measured, threads, beside what)
RATIOS = [
    ("extract to graph / bare scan for names", ("extract.graph", 1), ("scan.names", 1)),
    ("extract to graph / bare scan for all words", ("extract.graph", 1), ("scan.vocabulary", 1)),
    ("extract to graph / medSpaCy", ("extract.graph", 1), ("medspacy", 1)),
    ("score two texts / RadEval's BLEU", ("score.texts", 1), ("bleu", 1)),
]


def of_passes(passes, described):
    """What a run comes to: rates of each measure, ratios between them, rewards."""
    rates = [of_measure(asked, threads, measured) for (asked, threads), measured in passes.items() if not asked.startswith("reward.")]
    rewards = {asked.removeprefix("reward."): of_rewards(measured) for (asked, _), measured in passes.items() if asked.startswith("reward.")}
    ratios = {name: figures.ratio(passes[one], passes[other]) for name, one, other in RATIOS if one in passes and other in passes}
    return {"workers": described, "mean_bytes": described["hilum"]["bytes"] / described["hilum"]["items"], "rates": rates, "ratios": ratios,
            "speedups": speedups(passes), "rewards": rewards}


def of_measure(asked, threads, measured):
    others = [one["others"] for one in measured if "others" in one]
    found = {"measure": asked, "threads": threads, "best": figures.best(measured), "median": figures.median(measured),
             "best_by_clock": figures.best(measured, "wall"), "mb_per_cpu_second": max(one["bytes"] / one["cpu"] for one in measured) / 1e6,
             "passes": measured}
    return found | ({"others": statistics.median(others)} if others else {})


def speedups(passes):
    """By measure and threads: how many times the reports of one thread by the clock."""
    return [{"measure": asked, "threads": threads, "times": figures.ratio(measured, passes[asked, 1], "wall"),
             "others": max((one.get("others", 0) for one in measured), default=0)}
            for (asked, threads), measured in passes.items() if threads > 1]


def of_rewards(measured):
    """Of passes over groups: CPU beside that of the extraction, and how long one group takes."""
    def ratio(part):
        return statistics.median(one[part]["cpu"] / one["extraction"]["cpu"] for one in measured)

    def waits(part):
        return figures.spread([wait for one in measured for wait in one[part]["wall"]])

    return {"reward_to_extraction": ratio("reward"), "explained_to_extraction": ratio("explained"), "extraction": waits("extraction"),
            "reward": waits("reward"), "explained": waits("explained")}


def of_claims(result):
    """claim -> value, of those that were measured."""
    values = {}
    if "throughput" in result:
        run = result["throughput"]
        best = {rate["measure"]: rate["best"] for rate in run["rates"] if rate["threads"] == 1}
        values |= {"extract to graph": best["extract.graph"], "extract to JSON lines": best["extract.json"],
                   "score two graphs, with reasons": best["score.graphs"], "score two texts, with reasons": best["score.texts"]}
        for claim, ratio in [("extract to graph, beside the bare scan for names", "extract to graph / bare scan for names"),
                             ("extract to graph, beside the bare scan for all words", "extract to graph / bare scan for all words"),
                             ("extract to graph, beside medSpaCy", "extract to graph / medSpaCy")]:
            if ratio in run["ratios"]:
                values[claim] = run["ratios"][ratio]
        values |= {"two threads beside one": one["times"] for one in run["speedups"] if one["threads"] == 2 and one["measure"] == "extract.graph"}
        values |= {f"reward of 8 beside extraction of the 9, {name} reports": one["reward_to_extraction"] for name, one in
                   (("other" if name == "others" else name, one) for name, one in run["rewards"].items())}
    for command, name in [("version", "hilum --version"), ("extract", "hilum extract of one line")]:
        if "startup" in result:
            for state, cold in [("kept", "cold"), ("evicted", "cold, read from disk")]:
                values[f"{name}, {cold}"] = result["startup"][command][state]["wall"]["median"] * 1000
    if "memory" in result and result["memory"]["rows"] >= memory.ASKED_ROWS:
        values["peak memory of scoring 1,000,000 pairs"] = max(
            used["peak"] for name, used in result["memory"]["commands"].items() if name.startswith("score")) / 1e6
    if "quality" in result:
        systems = result["quality"]["systems"]
        values["micro F1 less medSpaCy's"] = systems["Hilum"]["micro_f1"] - systems["medSpaCy"]["micro_f1"]
    return values
