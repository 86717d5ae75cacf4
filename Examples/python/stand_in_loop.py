"""Stands in for a trainer: holds the reward function open over many batches, as GRPOTrainer would, and lets a policy of six fixed texts
learn which of them is best.

    python3 stand_in_loop.py path/to/hilum [batches]           a process
    python3 stand_in_loop.py path/to/libhilum.so [batches]     a library
"""
import math
import random
import sys

import hilum
import hilum_reward

SOLUTION = "<think>There is a small left pleural effusion. The heart is not enlarged.</think><answer>Pleural effusion</answer>"
TEXTS = [
    "<think>Small left-sided effusion. Normal heart size.</think><answer>Pleural effusion</answer>",
    "<think>Small right pleural effusion. Normal heart size.</think><answer>Pleural effusion</answer>",
    "<think>No pleural effusion. Normal heart size.</think><answer>Normal</answer>",
    "<think>Large left pneumothorax.</think><answer>Pneumothorax</answer>",
    "<think>No effusion.</think><answer>Pleural effusion</answer>",
    "I cannot read this image.",
]
GROUP = 8


def main(path, batches=200):
    reward = (hilum if path.endswith((".so", ".dylib")) else hilum_reward).HilumReward(path)
    chooser = random.Random(1)
    preferences = [0.0] * len(TEXTS)
    for _ in range(batches):
        weights = [math.exp(preference) for preference in preferences]
        choices = chooser.choices(range(len(TEXTS)), weights, k=GROUP)
        chats = [[{"role": "assistant", "content": TEXTS[choice]}] for choice in choices]
        rewards = reward(prompts=["?"] * GROUP, completions=chats, solution=[SOLUTION] * GROUP, trainer_state=None)
        assert len(rewards) == GROUP and all(0 <= value <= 1 for value in rewards), rewards
        mean = sum(rewards) / GROUP
        deviation = math.sqrt(sum((value - mean) ** 2 for value in rewards) / (GROUP - 1))
        for choice, value in zip(choices, rewards):
            preferences[choice] += 0.2 * (value - mean) / (deviation + 1e-4)
    # A batch that cannot be served is an error in the loop, and the next one is served.
    try:
        reward(completions=[7], solution=SOLUTION)
        sys.exit("a completion that is no text was rewarded")
    except ValueError as error:
        assert "completions[0]" in str(error), error
    assert reward(completions=[SOLUTION], solution=[SOLUTION]) == [1]
    best = max(range(len(TEXTS)), key=preferences.__getitem__)
    print(f"after {batches} batches the policy prefers: {TEXTS[best]}")
    sys.exit(reward.close() or best != 0)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
