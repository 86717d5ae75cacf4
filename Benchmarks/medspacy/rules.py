"""The rules of medspaCy for Open-i's labels: phrases of tables compiled into patterns of tokens.

A phrase is made of words, each of which matches a token in lower case: `a|b` is either, `a|b?` is optional, `~3` is up to three tokens
that neither end a statement nor deny it, and `&degree` is any words of degree ("mildly").
"""
import csv
import pathlib

FOLDER = pathlib.Path(__file__).parent
DEGREES = ["at", "least", "mildly", "mild", "moderately", "moderate", "markedly", "severely", "slightly", "somewhat", "minimally", "borderline",
           "stably", "again", "top", "-", "to"]
NOT_IN_A_GAP = [".", ",", ";", ":", "no", "not", "without", "normal", "unremarkable", "clear", "negative"]
PREPOSITIONS = ["in", "at", "of", "within", "on", "over", "overlying", "throughout", "involving", "to", "near", "along"]
BETWEEN = ["the", "a", "lateral", "medial", "anterior", "posterior", "sided", "-", "lung", "hemithorax", "mid", "midlung", "upper", "lower",
           "extreme", "far", "and", "thoracic"]


def rows(table):
    with open(FOLDER / table, newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def pattern(phrase):
    tokens = []
    for word in phrase.split():
        if word.startswith("~"):
            tokens.append({"LOWER": {"NOT_IN": NOT_IN_A_GAP}, "OP": "{0,%s}" % word[1:]})
        elif word == "&degree":
            tokens.append({"LOWER": {"IN": DEGREES}, "OP": "{0,4}"})
        else:
            optional = word.endswith("?")
            token = {"LOWER": {"IN": word.removesuffix("?").split("|")}}
            tokens.append(token | {"OP": "?"} if optional else token)
    return tokens


def targets():
    """(code, pattern) for everything that is looked for; codes that begin with `=` are of no label and only say that a report is not normal."""
    return [(row["code"], pattern(row["phrase"])) for row in rows("targets.tsv")]


def modifiers():
    """(kind, direction, scope in tokens, pattern): adjectives before a finding, places after it, degrees before it or as its predicate."""
    sides = [row["phrase"] for row in rows("modifiers.tsv") if row["kind"] == "place"]
    sites = [row["phrase"] for row in rows("modifiers.tsv") if row["kind"] == "site"]
    side = {"LOWER": {"IN": ["left", "right", "bilateral", "both"]}, "OP": "?"}
    gap = {"LOWER": {"IN": BETWEEN}, "OP": "*"}
    preposition = {"LOWER": {"IN": PREPOSITIONS}}
    for place in [pattern(phrase) for phrase in sides] + [[side, gap, *pattern(phrase)] for phrase in sites]:
        yield "PLACE", "FORWARD", 6, place
        yield "PLACE", "BACKWARD", 10, [preposition, gap, *place]
    degree = {"LOWER": {"IN": [word for row in rows("modifiers.tsv") if row["kind"] == "degree" for word in row["phrase"].split("|")]}}
    yield "DEGREE", "FORWARD", 5, [degree]
    yield "DEGREE", "BACKWARD", 6, [{"LOWER": {"IN": ["is", "are", "appears", "appear", "remains"]}}, degree]


def qualifiers():
    """word -> what the coding calls it, for each word that says a side, a degree, or a site by itself."""
    words = {}
    for row in rows("modifiers.tsv"):
        first = row["phrase"].split()[0].removesuffix("?")
        for word in first.split("|"):
            words.setdefault(word, []).append((row["phrase"].split()[1:], row["qualifiers"].split("/")))
    return words
