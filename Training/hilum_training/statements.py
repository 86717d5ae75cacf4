"""The statements that the model may make of an image: what training reports state most often, in canonical phrases."""

from collections import Counter

# An image alone tells no change.
CHANGES = {"unchanged", "new", "increased", "decreased", "improved", "worsened", "resolved", "resolving"}
DEGREES = {"minimal", "mild", "moderate", "severe", "small", "large", "tiny", "left", "right", "bilateral", "scattered", "diffuse"}


def said(findings):
    """What a finding list states: its phrases without their change, and what follows from those that report something as
    present: the same without the place, and without degree and side."""
    stated = set()
    for phrase in filter(None, findings.split("; ")):
        words = phrase.split(" ")
        # "increased interstitial markings" is a finding, not a change; what is left must still be more than an attribute.
        if words[0] in CHANGES and words[1:2] != ["interstitial"]:
            words = words[1:]
        stated.add(" ".join(words))
        if words[0] not in {"no", "normal", "clear", "possible"}:
            placeless = words[:words.index("in")] if "in" in words else words
            stated.add(" ".join(placeless))
            stated.add(" ".join(word for word in placeless if word not in DEGREES))
    return stated - {""}


def frequent(finding_lists, least=12):
    """The statements of at least `least` of the reports, the most frequent first."""
    counts = Counter(statement for findings in finding_lists for statement in said(findings))
    return [statement for statement, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if count >= least]


def targets(findings, statements):
    stated = said(findings)
    return [float(statement in stated) for statement in statements]
