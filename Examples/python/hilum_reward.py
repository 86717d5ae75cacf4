"""A reward function for TRL's GRPOTrainer: one `hilum reward` that runs as long as the training does."""
import json
import subprocess


class HilumReward:
    """Rewards 0 to 1. The data set has a column `solution`: a report, or `<think>…</think><answer>…</answer>`."""

    __name__ = "hilum"

    def __init__(self, hilum="hilum", *options):
        self.process = subprocess.Popen(
            [hilum, "reward", "--brief", *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def __call__(self, completions, solution, **_):
        """`completions`: texts or chats, `solution`: as many; TRL calls it so for each batch."""
        print(json.dumps({"completions": completions, "solution": solution}), file=self.process.stdin, flush=True)
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("hilum reward has ended; its last words are on standard error")
        answer = json.loads(line)
        if "error" in answer:
            raise ValueError(answer["error"])
        return answer["rewards"]

    def close(self):
        self.process.stdin.close()
        return self.process.wait()
