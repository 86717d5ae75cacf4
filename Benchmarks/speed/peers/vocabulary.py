"""The phrases and words that Hilum looks up in a report, out of its compiled ontology."""
import sqlite3

# Table and column. What names a finding, a site, a device, and what describes them.
NAMES = [("concepts", "name"), ("terms", "term")]
# What else is looked up: cues, states, attributes, small words, headings, ordinary words.
LANGUAGE = [("cues", "cue"), ("modifiers", "term"), ("states", "term"), ("connectives", "term"), ("discourse", "term"),
            ("sections", "heading"), ("units", "term"), ("tips", "term"), ("numbers", "term"), ("times", "term"), ("senses", "abbreviation"),
            ("inflections", "form"), ("abbreviations", "abbreviation"), ("plain", "word")]


def phrases(ontology, tables):
    """Each once, in lower case, as UTF-8."""
    with sqlite3.connect(f"file:{ontology}?mode=ro&immutable=1", uri=True) as database:
        found = {row[0].lower() for table, column in tables for row in database.execute(f'SELECT "{column}" FROM "{table}"')}
    return sorted(phrase.encode() for phrase in found - {""})
