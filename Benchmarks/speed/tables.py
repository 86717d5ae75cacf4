"""The figures as people read them."""

TITLES = {
    "extract.graph": "extract: text to graph", "extract.json": "extract: text to JSON line", "score.graphs": "score: two graphs",
    "score.texts": "score: two texts", "score.json": "score: two texts to JSON line", "score.everything": "score: the same, all metrics",
    "scan.names": "bare scan for names and terms", "scan.vocabulary": "bare scan for all words", "medspacy": "medSpaCy's pipeline",
    "bleu": "RadEval's BLEU"}
BEGIN, END = "<!-- bench:begin -->", "<!-- bench:end -->"


def text(result):
    sections = [("throughput", throughput), ("startup", started), ("memory", peaks), ("latency", waits), ("quality", quality),
                ("instructions", instructions)]
    parts = [f"{result['hilum']}, {result['date']}, {result['machine']['processor']}, {result['machine']['cores']} cores"]
    parts += [section(result[name]) for name, section in sections if name in result]
    return "\n\n".join(parts + [claims(result["claims"])])


def between_markers(page, table):
    """A page with the table in place of what stands between its markers."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise SystemExit(f"the page lacks {BEGIN} or {END}")
    return f"{before}{BEGIN}\n```text\n{table}\n```\n{END}{after}"


def rows(header, lines):
    """Columns: the first to the left, the others to the right."""
    cells = [[str(cell) for cell in line] for line in [header, *lines]]
    widths = [max(len(line[column]) for line in cells) for column in range(len(header))]
    return "\n".join("  ".join([line[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:]))]) for line in cells)


def throughput(run):
    hilum = run["workers"]["hilum"]
    rates = sorted(run["rates"], key=lambda rate: (list(TITLES).index(rate["measure"]), rate["threads"]))
    measured = rows(
        ["a second", "threads", "of CPU", "median", "MB of CPU", "by the clock", "others"],
        [[TITLES[rate["measure"]], rate["threads"], whole(rate["best"]), whole(rate["median"]), small(rate['mb_per_cpu_second']),
          whole(rate["best_by_clock"]), f"{rate['others']:.1f}" if "others" in rate else ""] for rate in rates])
    packages = [worker["package"] for worker in run["workers"].values() if "package" in worker]
    size = f"{hilum['items']:,} reports of {run['mean_bytes']:.0f} bytes on average, {hilum['bytes'] / 1e6:.0f} MB"
    about = "; ".join([size] + ([", ".join(packages)] if packages else []))
    phrases = run["workers"].get("scan", {}).get("phrases")
    if phrases:
        about += f"\nbare scan: {phrases['scan.names']:,} names and terms, {phrases['scan.vocabulary']:,} with all other words; " + ", ".join(
            f"{TITLES[rate['measure']]}: {rate['passes'][0]['matches'] / rate['passes'][0]['items']:.1f} matches a report"
            for rate in run["rates"] if rate["measure"].startswith("scan."))
    ratios = rows(["in the same rounds", "times"], [[name, small(ratio)] for name, ratio in run["ratios"].items()] + [
        [f"{TITLES[one['measure']]}, {one['threads']} threads / 1, by the clock", small(one["times"])] for one in run["speedups"]])
    rewards = rows(
        ["reward of 8 against 1", "/ extraction of the 9", "with reasons", "median", "95th percentile"],
        [[name, small(one["reward_to_extraction"]), small(one["explained_to_extraction"]), micro(one["reward"]["median"]),
          micro(one["reward"]["p95"])] for name, one in run["rewards"].items()])
    return "\n\n".join([about, measured, ratios, rewards])


def started(cases):
    return rows(
        ["start of a process", "median", "95th percentile", "CPU", "read from disk: median", "95th percentile", "CPU"],
        [[name, *(cell for state in ["kept", "evicted"] for cell in [
            milli(case[state]["wall"]["median"]), milli(case[state]["wall"]["p95"]), milli(case[state]["cpu"]["median"])])]
         for name, case in cases.items()])


def peaks(measured):
    return rows(
        [f"{measured['rows']:,} rows, {measured['bytes'] / 1e6:.0f} MB, {measured['threads']} threads", "peak memory", "rows/CPU-s", "rows/s"],
        [[f"hilum {name}", f"{used['peak'] / 1e6:.0f} MB", whole(used["items"] / used["cpu"]), whole(used["items"] / used["wall"])]
         for name, used in measured["commands"].items()])


def waits(measured):
    return rows(["hilum reward, a line of 8 and its answer", "median", "95th percentile"],
                [[name, micro(one["median"]), micro(one["p95"])] for name, one in measured.items()])


def quality(measured):
    names = ["micro_f1", "macro_f1", "side_agreement", "severity_agreement", "site_agreement", "triple_f1"]
    return rows([f"{measured['reports']:,} reports read", *(name.replace("_", " ") for name in names)],
                [[system, *(f"{found[name]:.4f}" for name in names)] for system, found in measured["systems"].items()])


def instructions(counted):
    each = rows(["instructions (callgrind)", "each"],
                [[TITLES.get(name, f"{name}, whole command"), whole(value)] for name, value in counted["each"].items()])
    starts = rows(["of a process that does next to nothing", "all"],
                  [[f"hilum {name}", whole(value)] for name, value in counted["start"].items()])
    return f"{each}\n\n{starts}"


def claims(judged):
    lines = [[claim["claim"], f"{claim['comparison']} {claim['bound']:,} {claim['unit']}".strip(), small(claim["value"]),
              "met" if claim["met"] else "NOT MET"] for claim in judged if claim["met"] is not None]
    missing = [claim["claim"] for claim in judged if claim["met"] is None]
    parts = [rows(["asked", "bound", "measured", ""], lines)] if lines else []
    if missing:
        # One part alone measures few of them; then their names are no news.
        parts.append(f"not measured in this run: {'; '.join(missing) if len(missing) < len(lines) else f'{len(missing)} others'}")
    return "\n\n".join(parts)


def whole(value):
    return f"{value:,.0f}"


def small(value):
    """Three digits, or all before the point."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def milli(seconds):
    return f"{seconds * 1e3:.1f} ms"


def micro(seconds):
    return f"{seconds * 1e6:,.0f} µs"
