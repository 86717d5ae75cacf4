"""Reports as the decoder learns them: cleaned, and cut into sentences that are put together anew."""

import hashlib
import json
import random
import re
import subprocess

BLANKED = "XXXX"


def sentences(text):
    """The sentences of a section; those in which the set's publishers blanked words out are left out, and so are list numbers."""
    pieces = re.split(r"(?<=[.!?])\s+|\s*\n\s*", re.sub(r"(?<!\S)\d+[.)]\s", " ", text))
    cleaned = (re.sub(r"\s+", " ", piece).strip() for piece in pieces)
    return [piece for piece in cleaned if BLANKED not in piece and re.search("[A-Za-z]{2}", piece)]


def sections(report):
    """The sentences of the findings and of the impression, without those of the impression that the findings hold already."""
    findings = list(dict.fromkeys(sentences(report["findings"])))
    said = {key(sentence) for sentence in findings}
    return findings, [s for s in dict.fromkeys(sentences(report["impression"])) if key(s) not in said]


def joined(findings, impression):
    return "\n".join(" ".join(part) for part in (findings, impression) if part)


def key(text):
    """A text without case, punctuation and spacing: two reports of one key are the same report."""
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))


def finding_lists(hilum, texts):
    """Each text's findings in canonical phrases, as `hilum extract --format findings` writes them."""
    lines = "".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(texts))
    output = subprocess.run(
        [hilum, "extract", "-", "--format", "findings"], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line)["findings"] for line in output.stdout.splitlines()]


class Corpus:
    """Development reports without the sentences that state no finding (of technique, advice, or of what is blanked out)."""

    def __init__(self, hilum, reports):
        self.hilum = hilum
        cut = {report["id"]: sections(report) for report in reports}
        every = sorted({sentence for parts in cut.values() for part in parts for sentence in part})
        stating = {sentence for sentence, findings in zip(every, finding_lists(hilum, every)) if findings}
        self.sections = {name: [[s for s in part if s in stating] for part in parts] for name, parts in cut.items()}
        self.texts = {name: joined(*parts) for name, parts in self.sections.items() if any(parts)}
        self.findings = dict(zip(self.texts, finding_lists(hilum, list(self.texts.values()))))

    def examples(self, names, count, seed):
        """(name, findings, text) of each whole report, and of up to `count` - 1 draws of some of its sentences in another order."""
        texts = {}
        for name in names:
            texts[name, self.texts[name]] = None
            draw = random.Random(int(hashlib.sha256(f"{seed} {name}".encode()).hexdigest(), 16))
            every = sum(self.sections[name], [])
            for _ in range(count - 1 if len(every) > 1 else 0):
                texts[name, " ".join(draw.sample(every, draw.randint(1, len(every))))] = None
        findings = finding_lists(self.hilum, [text for _, text in texts])
        return [(name, found, text) for (name, text), found in zip(texts, findings) if found]


def mirrored(examples):
    """Those that name a side, with the other one instead: they are of no study, since they say what no image shows."""
    swapped = {"left": "right", "right": "left", "Left": "Right", "Right": "Left"}

    def other_side(text):
        return re.sub(r"\b([Ll]eft|[Rr]ight)\b", lambda match: swapped[match[0]], text)
    return [(None, other_side(findings), other_side(text)) for _, findings, text in examples if re.search("left|right", findings)]
