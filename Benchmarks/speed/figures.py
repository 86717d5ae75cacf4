"""The arithmetic of the measurements: passes to rates, rates of one run to ratios, times to percentiles."""
import statistics


def rate(measured, per="cpu"):
    """Items a second of one pass: of CPU, or by the clock with `per="wall"`."""
    return measured["items"] / measured[per]


def best(passes, per="cpu"):
    """The highest rate of all passes: what is slower was disturbed."""
    return max(rate(one, per) for one in passes)


def median(passes, per="cpu"):
    return statistics.median(rate(one, per) for one in passes)


def ratio(passes, others, per="cpu"):
    """How many times the rate of the others: the median over the rounds, in each of which both were measured one after the other.

    A disturbance that lasts longer than a round slows both and leaves the ratio as it is.
    """
    if len(passes) != len(others):
        raise ValueError(f"{len(passes)} passes beside {len(others)}: a ratio needs one of each a round")
    return statistics.median(rate(one, per) / rate(other, per) for one, other in zip(passes, others))


def percentile(values, share):
    """The least value that at least `share` (0–1) of all values do not exceed (nearest rank)."""
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    rank = -(-len(ordered) * share // 1)
    return ordered[max(int(rank), 1) - 1]


def spread(values):
    """Of times: how many there are, the least, the median and the 95th percentile."""
    return {"n": len(values), "least": min(values), "median": statistics.median(values), "p95": percentile(values, 0.95)}


def difference(more, less):
    """What an item costs by two runs that differ in the number of items alone: (items, cost) of each. What both share cancels."""
    if more[0] <= less[0]:
        raise ValueError("the first run has to have more items")
    return (more[1] - less[1]) / (more[0] - less[0])
