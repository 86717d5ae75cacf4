"""The open pair: texts, errors, graphs, and the ways to it."""

import pathlib
import subprocess
import tempfile
import unittest

from playwright.sync_api import expect

import browser
import pages


class PairTests(browser.PageTestCase):
    def open_pair(self, row, **settings):
        page = self.open(**settings)
        page.get_by_role("button", name=row["id"], exact=True).click()
        self.assertEqual(page.locator("#page-pair-title").inner_text(), f"Pair {row['id']}")
        return page

    def text(self, page, side):
        """The text as it is shown, without the numbers of the errors."""
        return page.evaluate(
            """side => {
                const text = document.querySelector(`article.${side} .text`).cloneNode(true);
                text.querySelectorAll('sup').forEach((number) => number.remove());
                return text.textContent;
            }""", side)

    def marks(self, page, side, kind):
        return page.locator(f"article.{side} .text .{kind}:not(sup)").all_text_contents()

    def test_the_worst_is_open_without_being_asked_for(self):
        page = self.open()
        self.assertEqual(page.locator("#page-pair-title").inner_text(), "Pair blank")
        self.assertEqual(page.evaluate("location.hash"), "")
        self.assertIn("The candidate is blank.", page.locator("article.candidate").inner_text())
        self.assertEqual(page.locator(".error-list").inner_text(), "The candidate is blank.")

    def test_a_row_opens_its_pair_and_gives_it_the_focus(self):
        page = self.open_pair(pages.RICH)
        self.assertEqual(page.evaluate("document.activeElement.id"), "page-pair")
        self.assertEqual(page.locator("tr[aria-current]").count(), 1)
        self.assertIn(pages.RICH["id"], page.locator("tr[aria-current]").inner_text())
        for side in ["reference", "candidate"]:
            self.assertEqual(self.text(page, side), pages.RICH[side])
        self.picture(page, "pair-light", "#page-pair")

    def test_words_are_marked_by_what_they_are(self):
        page = self.open_pair(pages.RICH)
        self.assertIn("Endotracheal tube", self.marks(page, "reference", "present"))
        self.assertIn("pneumonia", self.marks(page, "reference", "uncertain"))
        self.assertIn("pneumothorax", self.marks(page, "candidate", "absent"))
        self.assertEqual(self.marks(page, "candidate", "unrecognised"), ["Flurbish"])
        self.assertIn("middle lobe", self.marks(page, "candidate", "implausible"))
        self.assertIn("left", self.marks(page, "reference", "significant"))
        self.assertIn("right", self.marks(page, "candidate", "significant"))
        styles = {
            kind: page.locator(f"article .text .{kind}").first.evaluate("node => getComputedStyle(node).textDecorationStyle")
            for kind in ["present", "uncertain", "absent"]
        }
        # Told apart without colour.
        self.assertEqual(len(set(styles.values())), 3, styles)

    def test_each_error_is_listed_with_the_number_at_its_words(self):
        page = self.open_pair(pages.RICH)
        errors = page.locator(".error-list li")
        self.assertGreater(errors.count(), 5)
        location = errors.filter(has_text="left in the reference, right in the candidate")
        number = location.locator(".badge").inner_text()
        for side, words in [("reference", "left"), ("candidate", "right")]:
            location.get_by_role("button", name=side).click()
            self.assertEqual(page.evaluate("document.activeElement.textContent"), words)
            badge = page.locator(f"article.{side} mark:focus + sup")
            self.assertEqual(badge.inner_text(), number)

    def test_significant_errors_are_listed_first(self):
        page = self.open_pair(pages.RICH)
        kinds = ["insignificant" in names for names in page.locator(".error-list .badge:not(.implausible)").evaluate_all(
            "badges => badges.map(badge => badge.className)")]
        self.assertEqual(kinds, sorted(kinds))
        self.assertEqual(len(set(kinds)), 2)

    def test_an_explanation_shows_on_hover_and_stays_under_the_pointer(self):
        page = self.open_pair(pages.RICH)
        tip = page.get_by_role("tooltip")
        self.assertFalse(tip.is_visible())
        page.locator("article.candidate mark", has_text="unchanged").hover()
        self.assertIn("increased in the reference, unchanged in the candidate", tip.inner_text())
        tip.hover()
        page.wait_for_timeout(300)
        self.assertTrue(tip.is_visible())
        page.mouse.move(2, 2)
        tip.wait_for(state="hidden")

    def test_an_explanation_shows_on_focus_until_escape(self):
        page = self.open_pair(pages.RICH)
        tip = page.get_by_role("tooltip")
        page.locator(".error-list button").last.focus()
        page.keyboard.press("Tab")
        self.assertEqual(page.evaluate("document.activeElement.tagName"), "MARK")
        self.assertTrue(tip.is_visible())
        described = page.evaluate(
            "document.activeElement.getAttribute('aria-describedby').split(' ').map(id => document.getElementById(id).textContent).join(' ')")
        self.assertIn(tip.inner_text().split(": ", 1)[1].split("\n")[0], described)
        self.picture(page, "tooltip")
        page.keyboard.press("Escape")
        self.assertFalse(tip.is_visible())
        self.assertEqual(page.evaluate("document.activeElement.tagName"), "MARK")

    def test_the_keyboard_reaches_every_error_of_a_text_once(self):
        page = self.open_pair(pages.RICH)
        page.locator(".error-list button").last.focus()
        met = []
        for _ in range(60):
            page.keyboard.press("Tab")
            keys = page.evaluate("document.activeElement.matches('mark') ? document.activeElement.dataset.side + ' ' "
                                 "+ document.activeElement.dataset.keys : null")
            if keys is None:
                break
            met.append(keys)
        self.assertEqual(len(met), len(set(met)))
        marked = page.evaluate("[...new Set([...document.querySelectorAll('mark[data-side]')].flatMap(mark => "
                               "mark.dataset.keys.split(' ').map(key => mark.dataset.side + ' ' + key)))].sort()")
        reached = sorted({f"{entry.split(' ')[0]} {key}" for entry in met for key in entry.split(" ")[1:]})
        self.assertEqual(reached, marked)

    def test_n_and_p_go_through_the_pairs_but_not_while_one_types(self):
        page = self.open()
        order = self.ids(page)
        page.locator(".reports .open").first.press("Enter")
        title = page.locator("#page-pair-title")
        for place in [1, 2]:
            page.keyboard.press("n")
            self.assertEqual(title.inner_text(), f"Pair {order[place]}")
        page.keyboard.press("p")
        self.assertEqual(title.inner_text(), f"Pair {order[1]}")
        self.assertEqual(page.locator(".position").inner_text(), "2 of 4 shown")
        page.focus("#filter-text")
        page.keyboard.type("np")
        self.wait_for_status(page, "0 of 4 reports")
        self.assertEqual(title.inner_text(), f"Pair {order[1]}")
        page.get_by_role("button", name="To the table").click()
        self.assertEqual(page.evaluate("document.activeElement.id"), "page-reports")
        page.click(".reset")
        page.get_by_role("button", name="To the table").click()
        self.assertEqual(page.evaluate("document.activeElement.textContent"), order[1])

    def test_the_address_names_the_pair(self):
        page = self.open("#intensive%20care%20%2F%201")
        title = page.locator("#page-pair-title")
        self.assertEqual(title.inner_text(), "Pair intensive care / 1")
        page.evaluate("location.hash = 'agreed'")
        expect(title).to_have_text("Pair agreed")
        page.go_back()
        expect(title).to_have_text("Pair intensive care / 1")
        page.get_by_role("button", name="<b>hostile</b>").click()
        self.assertEqual(page.evaluate("decodeURIComponent(location.hash)"), "#<b>hostile</b>")

    def test_an_address_that_names_nothing_is_no_error(self):
        for address in ["#nobody", "#%E0%A4%A", "#page-reports"]:
            page = self.open(address)
            self.assertEqual(page.locator("#page-pair-title").inner_text(), "Pair blank")

    def test_text_that_looks_like_markup_is_text(self):
        page = self.open_pair(pages.HOSTILE)
        for side in ["reference", "candidate"]:
            self.assertEqual(self.text(page, side), pages.HOSTILE[side])
        self.assertEqual(page.locator("article img, article svg, article b, #page-pair-title b").count(), 0)
        self.assertNotEqual(page.title(), "run")
        # Behind characters of two units in UTF-16.
        self.assertIn("right", self.marks(page, "candidate", "significant"))
        self.assertIn("œdème", "".join(self.marks(page, "candidate", "present") + self.marks(page, "candidate", "unrecognised")))
        self.assertIn("cardiomegaly", self.marks(page, "candidate", "present"))

    def test_the_graph_draws_what_is_shared_missing_and_invented_apart(self):
        page = self.open_pair(pages.RICH)
        graph = page.locator("svg.graph")
        self.assertEqual(graph.locator(".finding.both text:not(.note)").all_text_contents()[0], "endotracheal tube")
        self.assertIn("left out: the candidate denies it", graph.locator(".finding.reference", has_text="pneumothorax").text_content())
        invented = graph.locator(".finding.candidate", has_text="consolidation")
        self.assertIn("invented", invented.text_content())
        shapes = {role: graph.locator(f".finding.{role} .outline").first.evaluate(
            "node => [node.tagName, getComputedStyle(node).strokeDasharray].join(' ')") for role in ["both", "reference", "candidate"]}
        self.assertEqual(len(set(shapes.values())), 3, shapes)
        self.assertIn("− left", graph.locator(".modifier.reference").all_text_contents())
        self.assertIn("+ right", graph.locator(".modifier.candidate").all_text_contents())
        self.assertIn("suggests", graph.text_content())
        # Nothing lies outside of the drawing.
        outside = graph.evaluate("""graph => {
            const box = graph.getBoundingClientRect();
            return [...graph.querySelectorAll('.node')].filter((node) => {
                const inner = node.getBoundingClientRect();
                return inner.left < box.left || inner.right > box.right || inner.top < box.top || inner.bottom > box.bottom;
            }).map((node) => node.textContent);
        }""")
        self.assertEqual(outside, [])
        # And no text is wider than its node.
        wide = graph.evaluate("graph => [...graph.querySelectorAll('.node')].flatMap(node => [...node.querySelectorAll('text')].filter("
                              "text => text.getBBox().width > node.querySelector('.outline').getBBox().width)).map(text => text.textContent)")
        self.assertEqual(wide, [])

    def test_the_graph_is_there_in_words(self):
        page = self.open_pair(pages.RICH)
        page.locator(".in-words summary").click()
        words = page.locator(".in-words li").all_inner_texts()
        self.assertEqual(len(words), page.locator("svg.graph .finding, svg.graph .denied").count())
        effusion = next(text for text in words if text.startswith("pleural effusion"))
        self.assertIn("in both", effusion)
        self.assertIn("left (only in the reference)", effusion)
        self.assertIn("right (only in the candidate)", effusion)

    def test_two_reports_that_agree_have_no_errors(self):
        page = self.open_pair(pages.AGREED)
        self.assertEqual(page.locator(".error-list h3").inner_text(), "No errors")
        self.assertEqual(page.locator("mark").count(), 0)
        self.assertEqual(page.locator("svg.graph .reference, svg.graph .candidate").count(), 0)


class JudgedTests(browser.PageTestCase):
    rows = pages.FIXTURES / "example.csv"

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        judged = pathlib.Path(folder.name) / "judged.jsonl"
        subprocess.run([browser.HILUM, "judge", "parse", pages.FIXTURES / "judge/green.jsonl", "--protocol", "green", "-o", judged,
                        "--quiet"], check=True)
        cls.options = ("--judge", judged)
        super().setUpClass()

    def test_the_judges_counts_are_columns(self):
        page = self.open()
        for title, expected in [("judge: significant", "1"), ("judge: insignificant", "0")]:
            self.assertEqual(dict(zip(self.ids(page), self.column(page, title)))["invented-comparison"], expected)
            # Without an answer there is no count.
            self.assertEqual(dict(zip(self.ids(page), self.column(page, title)))["missed-comparison"], "–")

    def test_a_pair_has_the_judges_counts_beside_hilums(self):
        line = self.open("#invented-comparison").locator(".judge")
        self.assertEqual(line.inner_text(), "Errors as the judge counts them, in brackets as Hilum does: significant 1 (0) – "
                         "false positive comparison 1 (0); insignificant 0 (1) – false positive comparison 0 (1).")
        self.assertEqual(self.open("#missed-comparison").locator(".judge").inner_text(),
                         "Errors as the judge counts them: no answer.")

    def test_without_a_judge_nothing_is_said_of_one(self):
        path = pages.score(browser.HILUM, self.rows, pathlib.Path(self.folder.name) / "plain.html")
        self.assertNotIn('"judge', path.read_text(encoding="utf-8").split('id="page-index"')[1].split("<script>")[0])


if __name__ == "__main__":
    unittest.main()
