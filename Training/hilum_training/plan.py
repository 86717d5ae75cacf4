"""Which statements a report on an image makes: those that are probable enough and do not exclude one another."""

import numpy as np

from .scoring import micro_f1, present_findings, scores

# Two statements exclude each other if training reports never make both, though by chance this many would.
EXPECTED_TOGETHER = 4.0
# The probabilities from which a statement may be made; at 1 it never is.
LEVELS = [0.03, 0.08, 0.13, 0.2, 0.27, 0.35, 0.45, 0.6, NEVER := 1 - 1e-6]
# A level is changed where that gains this much.
LEAST_GAIN, ROUNDS = 5e-4, 3
# What the micro-F1 of present findings weighs beside the mean reward, which alone is highest for reports that claim little.
FINDING_WEIGHT = 0.25


def exclusions(hilum, statements, stated):
    """For each statement those that exclude it: that contradict it as Hilum reads them, or that no training report makes beside it.

    `stated` is a 0/1 matrix, a training report a row, a statement a column.
    """
    together = stated.T @ stated
    expected = np.outer(stated.sum(0), stated.sum(0)) / len(stated)
    excluded = (together == 0) & (expected >= EXPECTED_TOGETHER)
    pairs = [(i, j) for i in range(len(statements)) for j in range(i)]
    texts = [f"{statements[i]}. {statements[j]}." for i, j in pairs]
    for (i, j), score in zip(pairs, scores(hilum, texts, texts, "kg")):
        if score["kg"]["consistency"] < 1:
            excluded[i, j] = excluded[j, i] = True
    return [np.flatnonzero(row).tolist() for row in excluded]


def plan(probabilities, thresholds, excluded):
    """The statements to make, in their order: first those that exceed their threshold most, as odds go, and at least one."""
    margins = np.log(probabilities / (1 - probabilities)) - np.log(thresholds / (1 - thresholds))
    ordered = np.argsort(-margins, kind="stable").tolist()
    chosen = ordered[:1]
    for statement in ordered[1:]:
        if margins[statement] >= 0 and not any(other in excluded[statement] for other in chosen):
            chosen.append(statement)
    return sorted(chosen)


class Plans:
    """The worth of thresholds over studies: mean reward and micro-F1 of the present findings, each plan scored once."""

    def __init__(self, hilum, statements, probabilities, excluded, references):
        self.hilum, self.statements, self.probabilities, self.excluded = hilum, statements, probabilities, excluded
        self.references, self.known = references, {}

    def worth(self, *tried):
        """Of each of the thresholds `tried`."""
        plans = [[tuple(plan(row, thresholds, self.excluded)) for row in self.probabilities] for thresholds in tried]
        new = list({(study, chosen) for each in plans for study, chosen in enumerate(each)} - self.known.keys())
        texts = [". ".join(self.statements[s] for s in chosen) + "." for _, chosen in new]
        if new:
            found = scores(self.hilum, [self.references[study] for study, _ in new], texts, "kg,chexpert")
            self.known.update(zip(new, ((score["kg"]["reward"], present_findings(score)) for score in found)))
        worths = []
        for each in plans:
            earned, counts = zip(*(self.known[study, chosen] for study, chosen in enumerate(each)))
            worths.append(sum(earned) / len(each) + FINDING_WEIGHT * micro_f1(counts))
        return worths


def best_thresholds(hilum, statements, probabilities, excluded, references):
    """The threshold of each statement: first one for all that denies or is normal and one for the others, then one after the other,
    whichever level is worth most."""
    plans = Plans(hilum, statements, probabilities, excluded, references)
    denies = np.array([statement.split(" ")[0] in ("no", "normal", "clear") for statement in statements])
    starts = [np.where(denies, one, other) for one in LEVELS for other in LEVELS]
    worths = plans.worth(*starts)
    best, thresholds = max(worths), starts[int(np.argmax(worths))]
    for _ in range(ROUNDS):
        before = best
        for statement in np.argsort(-probabilities.mean(0), kind="stable"):
            tried = []
            for level in LEVELS:
                changed = thresholds.copy()
                changed[statement] = level
                tried.append(changed)
            worths = plans.worth(*tried)
            if max(worths) > best + LEAST_GAIN:
                best, thresholds = max(worths), tried[int(np.argmax(worths))]
        print({"worth of plans": round(float(best), 4), "made": int((thresholds < NEVER).sum())}, flush=True)
        if best == before:
            break
    return thresholds
