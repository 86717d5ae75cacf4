"""How fast the networks are beside PyTorch: one thread, eager, the same weights, image and prompt, by turns in one run.

    python3 Training/model_speed.py CHECKPOINT --throughput Benchmarks/.build/release/throughput --rounds 20

Times are CPU seconds of the one thread, which other work on the machine changes least; ratios are those of the rounds, their median.
"""

import argparse
import json
import statistics
import subprocess
import time

import torch
import torch.nn.functional as F

from hilum_training.checkpoint import Model

PARTS = [("encoder", "image → features, findings"), ("prefill", "image, 26 tokens → first logits"), ("text", "{tokens} tokens, greedily")]


def pixels(side):
    """As ModelBenchmark.swift computes them."""
    rows, columns = torch.meshgrid(torch.arange(side), torch.arange(side), indexing="ij")
    return (((rows * 7 + columns * 13 + rows * columns) % 64).float() / 32 - 1)[None, None]


def prompt(vocabulary):
    return [1] + [3 + i * 37 % (vocabulary - 3) for i in range(24)] + [2]


class Sequence:
    """A decoder that reads a sequence piece by piece and keeps the keys and values of what it has read."""

    def __init__(self, decoder):
        self.decoder, config = decoder, decoder.config
        half = config.width // config.heads // 2
        angles = torch.arange(config.context)[:, None] * config.rope_base ** (-torch.arange(half, dtype=torch.float32) / half)
        self.cosines, self.sines = angles.cos(), angles.sin()
        self.kept, self.count = [None] * config.layers, 0

    def read(self, x, images=0):
        """Logits [vocabulary] behind the last of x [1, n, width], whose first `images` see one another."""
        config, length = self.decoder.config, x.shape[1]
        mask = None
        if length > 1:
            mask = torch.ones(length, self.count + length, dtype=torch.bool).tril(self.count)
            mask[:images, :images] = True
        places = slice(self.count, self.count + length)
        cosines, sines = self.cosines[places], self.sines[places]

        def by_head(y):
            return y.view(1, length, config.heads, config.width // config.heads).transpose(1, 2)

        def turned(y):
            first, second = y.chunk(2, -1)
            return torch.cat([first * cosines - second * sines, second * cosines + first * sines], -1)
        for i, layer in enumerate(self.decoder.layers):
            y = layer.attention_norm(x)
            query, key, value = turned(by_head(layer.query(y))), turned(by_head(layer.key(y))), by_head(layer.value(y))
            if self.kept[i] is not None:
                key, value = torch.cat([self.kept[i][0], key], 2), torch.cat([self.kept[i][1], value], 2)
            self.kept[i] = key, value
            attended = F.scaled_dot_product_attention(query, key, value, attn_mask=mask)
            x = x + layer.output(attended.transpose(1, 2).reshape(1, length, config.width))
            y = layer.feed_norm(x)
            x = x + layer.down(F.silu(layer.gate(y)) * layer.up(y))
        self.count += length
        return self.decoder.norm(x[0, -1]) @ self.decoder.embedding.T


class Eager:
    def __init__(self, folder, tokens):
        self.model, self.tokens = Model(folder), tokens
        self.image, self.prompt = pixels(self.model.size), torch.tensor([prompt(self.model.config["decoder"]["vocabulary"])])

    @torch.inference_mode()
    def measure(self):
        model, decoder, seconds = self.model, self.model.decoder, {}

        def timed(name, work):
            start = time.thread_time()
            result = work()
            seconds[name] = time.thread_time() - start
            return result

        def encode():
            features = model.encoder(self.image)
            model.head(features.mean((2, 3)))
            return features

        def prefill():
            sequence = Sequence(decoder)
            image = decoder.image_tokens(features, torch.tensor([0]))
            return sequence, sequence.read(torch.cat([image, decoder.embedding[self.prompt]], 1), image.shape[1])

        def text():
            sequence, logits = begun
            tokens = [int(logits.argmax())]
            while len(tokens) < self.tokens:
                tokens.append(int(sequence.read(decoder.embedding[tokens[-1]][None, None]).argmax()))
            return tokens
        features = timed("encoder", encode)
        begun = timed("prefill", prefill)
        return seconds | {"tokens": timed("text", text)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("checkpoint")
    parser.add_argument("--throughput", required=True, help="the program of that name in Benchmarks/")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--tokens", type=int, default=120)
    options = parser.parse_args()
    torch.set_num_threads(1)
    eager = Eager(options.checkpoint, options.tokens)
    command = [options.throughput, "model", options.checkpoint, "--tokens", str(options.tokens)]
    rounds = []
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1) as hilum:
        # The first of each warms up.
        for number in range(options.rounds + 1):
            hilum.stdin.write("\n")
            own = json.loads(hilum.stdout.readline())
            rounds.append((own, eager.measure()))
        hilum.stdin.close()
    report(rounds[1:], options.tokens)


def report(rounds, tokens):
    def median(value):
        return statistics.median(value(*pair) for pair in rounds)

    def line(name, own, theirs):
        print(f"| {name} | {median(lambda a, b: own(a)) * 1e3:.1f} | {median(lambda a, b: theirs(b)) * 1e3:.1f} "
              f"| {median(lambda a, b: theirs(b) / own(a)):.2f} × |")
    print(f"| CPU ms, median of {len(rounds)} rounds | Hilum | PyTorch {torch.__version__.partition('+')[0]} eager | ratio |")
    print("|---|---|---|---|")
    for part, name in PARTS:
        line(name.format(tokens=tokens), lambda own: own[part]["cpu"], lambda theirs: theirs[part])
    line("image → report", lambda own: sum(own[part]["cpu"] for part, _ in PARTS), lambda theirs: sum(theirs[part] for part, _ in PARTS))
    print(f"\n{tokens} tokens by a beam of four: {median(lambda own, _: own['beam']['cpu']) * 1e3:.1f} ms; "
          f"wall time of image → report: {median(lambda own, _: sum(own[part]['wall'] for part, _ in PARTS)) * 1e3:.0f} ms")
    rate = median(lambda own, _: tokens / own["text"]["cpu"])
    size = rounds[0][0]["weight_bytes"]
    print(f"{rate:.0f} tokens/s, each of which reads {size / 1e6:.1f} MB of weights: {rate * size / 1e9:.1f} GB/s")
    for key, what in (("memory_read", "memory that no cache holds"), ("weights_read", "as much memory as the weights take, which the cache holds")):
        speed = median(lambda own, _: own[key])
        print(f"{rate * size / speed:.0%} of what reading {what} allows: {speed / 1e9:.1f} GB/s, {speed / size:.0f} tokens/s")
    same = sum(own["tokens"] == theirs["tokens"] for own, theirs in rounds)
    print(f"the same {tokens} tokens in {same} of {len(rounds)} rounds, {len(set(rounds[0][0]['tokens']))} different ones among them")


if __name__ == "__main__":
    main()
