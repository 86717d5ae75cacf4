"""The arithmetic of the measurements: `python3 -m unittest` in this folder."""
import pathlib
import sqlite3
import sys
import unittest

import bench
import claims
import figures
import instructions
import processes
import tables
import values
from workers import Worker

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE / "peers"))
import passes  # noqa: E402
import vocabulary  # noqa: E402


def taken(items, cpu, wall=None, **more):
    return {"items": items, "bytes": items * 270, "cpu": cpu, "wall": wall or cpu, **more}


class FiguresTests(unittest.TestCase):
    def test_rates_are_items_by_seconds(self):
        measured = [taken(100, 2, 4), taken(100, 1, 5), taken(100, 4, 8)]
        self.assertEqual(figures.best(measured), 100)
        self.assertEqual(figures.best(measured, "wall"), 25)
        self.assertEqual(figures.median(measured), 50)

    def test_a_ratio_is_taken_within_rounds(self):
        # Only the last round was a quiet one for the others: by the best of all rounds the ratio would be 1.
        ours, theirs = [taken(10, 1), taken(20, 1), taken(100, 1)], [taken(5, 1), taken(10, 1), taken(100, 1)]
        self.assertEqual(figures.ratio(ours, theirs), 2)
        with self.assertRaises(ValueError):
            figures.ratio(ours, theirs[:2])

    def test_percentiles_are_nearest_ranks(self):
        self.assertEqual([figures.percentile(range(1, 101), share) for share in (0.01, 0.5, 0.95, 1)], [1, 50, 95, 100])
        self.assertEqual(figures.percentile([3, 1, 2], 0), 1)
        self.assertEqual(figures.percentile([7], 0.95), 7)
        with self.assertRaises(ValueError):
            figures.percentile([], 0.5)

    def test_a_spread_keeps_the_least(self):
        self.assertEqual(figures.spread([4, 1, 3, 2]), {"n": 4, "least": 1, "median": 2.5, "p95": 4})

    def test_what_two_runs_share_cancels(self):
        self.assertEqual(figures.difference((600, 1_000_000 + 600 * 70), (200, 1_000_000 + 200 * 70)), 70)
        with self.assertRaises(ValueError):
            figures.difference((200, 1), (200, 1))


class ClaimsTests(unittest.TestCase):
    def test_a_bound_itself_is_met(self):
        self.assertTrue(claims.is_met(0.25, claims.AT_LEAST, 0.25))
        self.assertFalse(claims.is_met(0.2499, claims.AT_LEAST, 0.25))
        self.assertTrue(claims.is_met(30, claims.AT_MOST, 30))
        self.assertFalse(claims.is_met(30.1, claims.AT_MOST, 30))

    def test_what_was_not_measured_is_neither_met_nor_missed(self):
        judged = {claim["claim"]: claim["met"] for claim in claims.judged({"extract to graph": 120_000})}
        self.assertIs(judged.pop("extract to graph"), True)
        self.assertEqual(set(judged.values()), {None})

    def test_a_value_of_which_nothing_is_asked_is_a_mistake(self):
        with self.assertRaises(KeyError):
            claims.judged({"extract to grpah": 1})


class ScheduleTests(unittest.TestCase):
    def test_what_is_divided_by_one_another_is_measured_side_by_side(self):
        turns = [turn[1:] for turn in bench.schedule(["hilum", "scan", "medspacy", "bleu"], cores=2)]
        for _, one, other in values.RATIOS[:3]:
            self.assertLessEqual(abs(turns.index(one) - turns.index(other)), 2)

    def test_two_threads_and_all_are_measured(self):
        def threads(cores):
            return sorted(turn[2] for turn in bench.schedule(["hilum"], cores) if turn[1] == "extract.graph")

        self.assertEqual([threads(1), threads(2), threads(8)], [[1, 2], [1, 2], [1, 2, 8]])

    def test_without_peers_hilum_is_measured_alone(self):
        self.assertEqual({turn[0] for turn in bench.schedule(["hilum"], cores=2)}, {"hilum"})


class ValuesTests(unittest.TestCase):
    described = {"hilum": {"items": 100, "bytes": 27_000}, "scan": {"items": 100, "bytes": 27_000, "package": "p 1", "phrases": {}}}

    def run_of_two_rounds(self):
        measured = {(measure, 1): [taken(100, 0.002), taken(100, 0.001)] for measure in bench.LIBRARY}
        measured["extract.graph", 2] = [taken(100, 0.001, 0.0005, others=0.1), taken(100, 0.002, 0.001, others=1.5)]
        measured["scan.names", 1] = [taken(100, 0.0005, matches=900), taken(100, 0.00025, matches=900)]
        part = {"cpu": 2.0, "wall": [0.1, 0.3]}
        measured["reward.others", 1] = [{"extraction": part, "reward": {"cpu": 3.0, "wall": [0.2]}, "explained": part}]
        return values.of_passes(measured, self.described)

    def test_figures_of_a_run(self):
        run = self.run_of_two_rounds()
        self.assertEqual(run["mean_bytes"], 270)
        self.assertAlmostEqual(run["ratios"]["extract to graph / bare scan for names"], 0.25)
        self.assertNotIn("extract to graph / medSpaCy", run["ratios"])
        self.assertEqual([(one["measure"], one["threads"], one["others"]) for one in run["speedups"]], [("extract.graph", 2, 1.5)])
        self.assertAlmostEqual(run["speedups"][0]["times"], 2.5)
        self.assertEqual(run["rewards"]["others"]["reward_to_extraction"], 1.5)
        self.assertEqual(run["rewards"]["others"]["reward"]["median"], 0.2)

    def test_claims_of_a_run(self):
        start = {state: {"wall": {"median": seconds}} for state, seconds in [("kept", 0.02), ("evicted", 0.05)]}
        result = {"throughput": self.run_of_two_rounds(), "startup": {"version": start, "extract": start},
                  "memory": {"rows": 1_000_000, "commands": {"score, a": {"peak": 85e6}, "score, b": {"peak": 90e6}, "extract, a": {"peak": 1e9}}},
                  "quality": {"systems": {"Hilum": {"micro_f1": 0.9}, "medSpaCy": {"micro_f1": 0.8}}}}
        found = values.of_claims(result)
        self.assertAlmostEqual(found["extract to graph"], 100_000)
        self.assertAlmostEqual(found["two threads beside one"], 2.5)
        self.assertAlmostEqual(found["hilum --version, cold"], 20)
        self.assertAlmostEqual(found["hilum extract of one line, cold, read from disk"], 50)
        self.assertEqual(found["peak memory of scoring 1,000,000 pairs"], 90)
        self.assertAlmostEqual(found["micro F1 less medSpaCy's"], 0.1)
        self.assertEqual(found["reward of 8 beside extraction of the 9, other reports"], 1.5)
        claims.judged(found)

    def test_fewer_rows_do_not_show_the_memory_of_a_million(self):
        result = {"memory": {"rows": 999_999, "commands": {"score, a": {"peak": 85e6}}}}
        self.assertEqual(values.of_claims(result), {})


class TablesTests(unittest.TestCase):
    def test_a_table_goes_between_the_markers(self):
        page = f"a\n{tables.BEGIN}\nold\n{tables.END}\nb\n"
        self.assertEqual(tables.between_markers(page, "new"), f"a\n{tables.BEGIN}\n```text\nnew\n```\n{tables.END}\nb\n")
        for lacking in ["a\n", f"a\n{tables.BEGIN}\n"]:
            with self.assertRaises(SystemExit):
                tables.between_markers(lacking, "new")

    def test_numbers_keep_three_digits(self):
        self.assertEqual([tables.small(value) for value in (0.2511, 1.4159, 15.73, 427.4, 100_432)], ["0.251", "1.42", "15.7", "427", "100,432"])

    def test_every_measure_has_a_title(self):
        asked = {turn[1] for turn in bench.schedule(["hilum", "scan", "medspacy", "bleu"], 2)} | set(instructions.MEASURES)
        self.assertEqual({name for name in asked if not name.startswith("reward.")} - set(tables.TITLES), set())


class ProcessesTests(unittest.TestCase):
    def test_what_a_process_used(self):
        used = processes.run([sys.executable, "-c", "b = bytearray(150_000_000); import time; time.sleep(0.2)"])
        self.assertGreater(used["peak"], 150_000_000)
        self.assertLess(used["peak"], 250_000_000)
        self.assertGreater(used["wall"], 0.2)
        self.assertLess(used["cpu"], used["wall"])

    def test_one_that_fails_ends_the_run(self):
        with self.assertRaisesRegex(SystemExit, "status 3: no such column"):
            processes.run(["sh", "-c", "echo no such column >&2; exit 3"])


class WorkerTests(unittest.TestCase):
    peer = f"import sys; sys.path.insert(0, {str(HERE / 'peers')!r}); import passes; passes.serve({{'items': 2}}, {{'one': lambda: {{'items': 2}}}})"

    def test_it_describes_itself_and_answers(self):
        with Worker([sys.executable, "-c", self.peer]) as worker:
            self.assertEqual(worker.description, {"items": 2})
            for _ in range(2):
                measured = worker.ask("one 1")
                self.assertEqual(measured["items"], 2)
                self.assertGreaterEqual(measured["wall"], 0)

    def test_one_that_ends_ends_the_run(self):
        with self.assertRaisesRegex(SystemExit, "status 4"):
            with Worker([sys.executable, "-c", "raise SystemExit(4)"]):
                pass


class PeersTests(unittest.TestCase):
    def test_texts_are_repeated_to_the_one_that_reaches_the_size(self):
        self.assertEqual(passes.repeated(["ab", "c"], 6), (["ab", "c", "ab", "c"], 6))
        self.assertEqual(passes.repeated(["ab", "c"], 7), (["ab", "c", "ab", "c", "ab"], 8))
        self.assertEqual(passes.repeated(["é"], 3), (["é", "é"], 4))

    def test_the_tables_of_the_vocabulary_are_those_of_the_ontology(self):
        ontology = HERE.parents[1] / "Sources/OntologyData/ontology.sqlite"
        with sqlite3.connect(f"file:{ontology}?mode=ro&immutable=1", uri=True) as database:
            there = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        self.assertEqual({table for table, _ in vocabulary.NAMES + vocabulary.LANGUAGE} - there, set())
        names = vocabulary.phrases(ontology, vocabulary.NAMES)
        everything = vocabulary.phrases(ontology, vocabulary.NAMES + vocabulary.LANGUAGE)
        self.assertIn(b"pneumothorax", names)
        self.assertIn(b"no", set(everything) - set(names))
        for phrases in [names, everything]:
            self.assertEqual(sorted({phrase.lower() for phrase in phrases}), phrases)


if __name__ == "__main__":
    unittest.main()
