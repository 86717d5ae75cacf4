"""Which statements a report on an image makes: those that are probable enough and do not exclude one another."""

import numpy as np

from .scoring import rewards, scores

# Two statements exclude each other if training reports never make both, though by chance this many would.
EXPECTED_TOGETHER = 4.0
# The probabilities from which a statement is made: what is abnormal, what is normal.
ABNORMAL_THRESHOLDS = [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6]
NORMAL_THRESHOLDS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5]


def is_normal(statement):
    return statement.split(" ")[0] in {"no", "normal", "clear"}


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


def best_thresholds(hilum, statements, probabilities, excluded, references):
    """The threshold of each statement: the pair for abnormal and normal ones whose plans earn the highest mean reward."""
    normal = np.array([is_normal(statement) for statement in statements])
    tried = [np.where(normal, for_normal, for_abnormal) for for_abnormal in ABNORMAL_THRESHOLDS for for_normal in NORMAL_THRESHOLDS]
    candidates = [". ".join(statements[s] for s in plan(row, thresholds, excluded)) + "."
                  for thresholds in tried for row in probabilities]
    earned = np.array(rewards(hilum, references * len(tried), candidates)).reshape(len(tried), -1).mean(1)
    return tried[int(earned.argmax())], float(earned.max())
