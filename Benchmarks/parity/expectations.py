#!/usr/bin/env python3
"""Writes what the original packages make of sentences written for this project: the expectations of the tests of BLEU and ROUGE.

    expectations.py lexical.jsonl stems.tsv

lexical.jsonl: the versions of the packages, then a line a pair with its scores, then the scores of all pairs as one corpus.
stems.tsv: words and what NLTK's stemmer makes of them, as rouge_score calls it.
"""
import json
import sys

from nltk.stem.porter import PorterStemmer

import originals

# (what the pair shows, candidate, reference)
PAIRS = [
    ("the same", "The lungs are clear. No pleural effusion is seen.", "The lungs are clear. No pleural effusion is seen."),
    ("a word changed", "Small left pleural effusion with mild cardiomegaly.", "Small right pleural effusion with mild cardiomegaly."),
    ("too short", "The heart is enlarged.", "The heart is enlarged, with a small effusion at the left base."),
    ("too long", "The heart is enlarged, with a small effusion at the left base.", "The heart is enlarged."),
    ("the negation dropped", "There is a left apical pneumothorax.", "There is no left apical pneumothorax."),
    ("other order", "No effusion. Clear lungs. Normal heart.", "Normal heart. Clear lungs. No effusion."),
    ("words repeated in the candidate", "the the the the the the the", "the heart is in the midline of the chest"),
    ("words repeated in the reference", "the heart the lungs", "the the the heart heart the lungs the lungs the heart"),
    ("pairs of words repeated", "no no effusion no no effusion no effusion", "no effusion no effusion"),
    ("nothing shared", "Sternotomy wires are intact.", "Clear lungs; normal heart!"),
    ("one word, the same", "Clear.", "Clear."),
    ("one word, another", "Clear.", "Normal."),
    ("two words, the same", "Clear lungs.", "Clear lungs."),
    ("three words, the same", "Lungs are clear.", "Lungs are clear."),
    ("four words, the same", "The lungs are clear.", "The lungs are clear."),
    ("one word of many", "effusion", "There is a small effusion at the right base, unchanged since March."),
    ("letter case", "NO PLEURAL EFFUSION OR PNEUMOTHORAX", "No pleural effusion or pneumothorax"),
    ("punctuation", "No effusion, no pneumothorax; no consolidation.", "No effusion. No pneumothorax. No consolidation"),
    ("hyphens and slashes", "Right-sided port/catheter, tip at T4-T5.", "Right sided port catheter tip at T4 T5"),
    ("numbers", "A 1.5 cm nodule and a 12mm nodule, 3 x 4 cm mass.", "A 1.5-cm nodule and a 12 mm nodule; 3x4 cm mass."),
    ("masks", "Compared to XXXX, there is ___ no change.", "Compared to XXXX there is no change"),
    ("plurals and inflections", "Enlarging effusions obscured both hemidiaphragms.", "Enlarged effusion obscures the hemidiaphragm."),
    ("derivations", "Opacification with calcification and scarring.", "Opacity, calcified, with scars."),
    ("short words are not stemmed", "gas was his use", "ga wa hi us"),
    ("four letters are", "ties dies lies seen clear ages", "tie die lie see clear age"),
    ("tabs and line breaks", "Clear lungs.\r\n\tNormal heart.\n\nNo effusion.", "Clear lungs. Normal heart. No effusion."),
    ("many blanks", "   Clear    lungs.  ", "Clear lungs."),
    ("no-break and thin spaces", "Small\u00a0left\u2009effusion,\u202f5\u00a0mm deep here", "Small left effusion, 5 mm deep here"),
    ("all wide spaces", "a\u0085b\u1680c\u2000d\u2001e\u2002f\u2003g\u2004h\u2005i", "a b c d e f g h i"),
    ("and the rest of them", "a\u2006b\u2007c\u2008d\u2009e\u200af\u2028g\u2029h\u205fi\u3000j", "a b c d e f g h i j"),
    ("information separators", "a\u001cb\u001dc\u001ed\u001fe\u000bf\u000cg", "a b c d e f g"),
    ("what looks like a space and is none", "a\u200bb c\ufeffd e\u2060f g\u180eh", "a b c d e f g h"),
    ("beginnings of wide spaces", "\u00a1a \u2010b \u2030c \u2050d \u3001e \u1681f", "a b c d e f"),
    ("a null and other controls", "clear\u0000lungs\u0007 are\u001b seen", "clear lungs are seen"),
    ("accents", "L'épanchement pleural est petit à gauche", "L'epanchement pleural est petit a gauche"),
    ("umlauts", "Kleiner Pleuraerguß links, Herz vergrößert", "Kleiner Pleuraerguss links, Herz vergroessert"),
    ("letters that are ASCII in lower case", "at 310\u212a with \u0130ntact \u212aelvin", "at 310k with intact kelvin"),
    ("digits and units beyond ASCII", "5 µm², ½ of ３ cm", "5 µm2, 1/2 of 3 cm"),
    ("quotation marks and dashes", "“patchy” opacity — likely the patient’s own", "\"patchy\" opacity - likely the patient's own"),
    ("beyond the first plane", "clear lungs \U0001fac1 \U0001d7ce", "clear lungs"),
    ("Japanese", "胸水を認めない。 肺野は清明。", "胸水を認める。 肺野は清明。"),
    ("both empty", "", ""),
    ("both blank", " \n\t", "\u00a0\u3000 "),
    ("an empty candidate", "", "The lungs are clear."),
    ("an empty reference", "The lungs are clear.", ""),
    ("a blank candidate of one word", " ", "Clear."),
    ("punctuation alone", "...", "..."),
    ("punctuation against words", "- - -", "Clear lungs and heart."),
    ("a longer report",
     "FINDINGS: The heart is mildly enlarged. There is a small left pleural effusion with adjacent atelectasis. The right lung is clear. "
     "A right internal jugular catheter ends in the superior vena cava. No pneumothorax. IMPRESSION: Mild cardiomegaly and a small left effusion.",
     "FINDINGS: Mild cardiomegaly. Small left-sided pleural effusion, with atelectasis of the adjacent lung; the right lung is clear. The tip of "
     "the right jugular catheter projects over the cavoatrial junction. There is no pneumothorax. IMPRESSION: 1. Small left pleural effusion. 2. "
     "Mild cardiomegaly."),
    ("a longer report, mirrored",
     "FINDINGS: Mild cardiomegaly. Small left-sided pleural effusion, with atelectasis of the adjacent lung; the right lung is clear. The tip of "
     "the right jugular catheter projects over the cavoatrial junction. There is no pneumothorax. IMPRESSION: 1. Small left pleural effusion. 2. "
     "Mild cardiomegaly.",
     "FINDINGS: The heart is mildly enlarged. There is a small left pleural effusion with adjacent atelectasis. The right lung is clear. "
     "A right internal jugular catheter ends in the superior vena cava. No pneumothorax. IMPRESSION: Mild cardiomegaly and a small left effusion."),
]

# Of each rule of the stemmer a few words, many from reports, and the words that have a rule of their own.
WORDS = """
effusions effusion opacities opacity opacified opacification opacifications masses mass biopsies bodies ties dies flies lies spied died tied tried
caresses process processes abscess abscesses apices bronchus thoracis pneumothorax pneumothoraces apex lungs gas gases diagnosis diagnoses
agreed feed freed seed bleed bleeding need exceed exceeded proceed succeed sized sizing dilated dilating troubled enabled stopped stopping
fitted hilar tapering mapped falling filled filling hissing buzzed clipped wrapped failed filing rated hoped hoping aging aged being
healing healed led red sing ring bring string lying dying tying inning innings outing outings canning cannings news howe sky skies skied
happy enjoy enjoyed by cyst cystic cystically biopsy density densities only early play played sly fly dry day days gray
relational conditional rational valency hesitancy digitizer sterilizer conformably stably probably possibly radically generally overally totally
differently apparently vilely merely previously analogously vascularization vascularisation predication calcification operator regulator formalism
effectiveness decisiveness hopefulness usefulness callousness seriousness formality normality sensitivity mobility stability possibility
fully usefully carefully geologically pathology pathologically radiology radiologic radiological biology logically theology apology analogy
triplicate indicate duplicated formative indicative relative formalize normalize normalized electricity chronicity typical atypical clinical
hopeful useful goodness fullness thickness density revival arterial pleural basal allowance clearance inference difference dependence
airliner smoker larger gyroscopic thoracic chronic adjustable reducible defensible irritant significant predominant replacement displacement
adjustment management dependent consistent apparent adoption consolidation infiltration extension lesion dilation fusion region onion
homologous homologou tuberculous fibrous communism aneurysm angularity effective active bowdlerize stabilize activate moderate
probate rate cease tube line lobe cane cave side base disease increase increased decreasing controlling controlled roll rolled small well wall
yyyy yyyyyy syzygy eyed keyed buyer yellowing crying trying tyed oyed a1ed t4s 12345 1990s 3rded x2ing mmmmss ness fulness ational ization ably
alli ally radicalli logi eli ousli bli biliti iviti aliti entli enci anci izer ation ator alism iveness ousness fulli ceed eed ied ies sses
""".split()


def main():
    lexical, stems = sys.argv[1:]
    pairs = [(candidate, reference) for _, candidate, reference in PAIRS]
    corpus, each = originals.scores(pairs)
    with open(lexical, "w") as file:
        file.write(json.dumps({"packages": originals.VERSIONS}) + "\n")
        for (name, candidate, reference), scores in zip(PAIRS, each):
            file.write(json.dumps({"id": name, "candidate": candidate, "reference": reference, "scores": scores}) + "\n")
        file.write(json.dumps({"id": "corpus", "scores": corpus}) + "\n")
    stemmer = PorterStemmer()
    with open(stems, "w") as file:
        file.write("word\tstem\n")
        file.writelines(f"{word}\t{stemmer.stem(word)}\n" for word in sorted(set(WORDS)))


if __name__ == "__main__":
    main()
