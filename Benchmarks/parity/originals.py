"""BLEU and ROUGE by the original packages: pycocoevalcap, RadEval (its BLEU and ROUGE modules alone) and rouge_score."""
import importlib.metadata
import importlib.util
import sys
import types

from pycocoevalcap.bleu.bleu_scorer import BleuScorer

# RadEval's package imports torch and loads data of NLTK when it begins; its scorers of words need neither, so they are imported past it.
_radeval = types.ModuleType("radeval")
_radeval.__path__ = list(importlib.util.find_spec("radeval").submodule_search_locations)
sys.modules["radeval"] = _radeval
from radeval.metrics.bleu.bleu_scorer import BleuScorer as RadEvalBleuScorer  # noqa: E402
from radeval.metrics.rouge.adapter import RougeMetric  # noqa: E402

NAMES = ["bleu_1", "bleu_2", "bleu_3", "bleu_4", "rouge_1", "rouge_2", "rouge_l"]
VERSIONS = {package: importlib.metadata.version(package) for package in ["pycocoevalcap", "RadEval", "rouge-score", "nltk"]}


def bleu(pairs, scorer_class):
    """BLEU-1…4 of the corpus, and of each pair, called as both packages call their scorer."""
    scorer = scorer_class(n=4)
    for candidate, reference in pairs:
        scorer += (candidate, [reference])
    corpus, each = scorer.compute_score(option="closest", verbose=0)
    return corpus, list(zip(*each))


def scores(pairs):
    """Of (candidate, reference): by name the corpus' scores, and the scores of each pair."""
    corpus, each = bleu(pairs, BleuScorer)
    if (corpus, each) != bleu(pairs, RadEvalBleuScorer):
        sys.exit("pycocoevalcap and RadEval differ in BLEU")
    rouge = RougeMetric()._compute_raw([reference for _, reference in pairs], [candidate for candidate, _ in pairs])
    keys = ["rouge1", "rouge2", "rougeL"]
    of_pairs = [dict(zip(NAMES, [*bleus, *rouges])) for bleus, *rouges in zip(each, *(rouge[key]["per_sample"] for key in keys))]
    return dict(zip(NAMES, [*corpus, *(rouge[key]["aggregate"] for key in keys)])), of_pairs
