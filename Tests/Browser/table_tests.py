"""The table: sorting, filtering, paging, and the plots that filter it."""

import unittest

import browser
import pages


class TableTests(browser.PageTestCase):
    rows = pages.FIXTURES / "pairs.jsonl"

    def head(self, page, title):
        return page.locator(".reports thead button").filter(has_text=title.replace("-", "\u2011")).first

    def test_the_table_fits_beside_a_scroll_bar(self):
        # 1280 less the 15 of a classic bar.
        page = self.open(width=1265)
        widths = page.evaluate("(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth])"
                               "(document.querySelector('.reports').parentElement)")
        self.assertLessEqual(*widths)

    def test_the_worst_come_first(self):
        page = self.open()
        rewards = [float(text) for text in self.column(page, "reward")]
        self.assertEqual(rewards, sorted(rewards))
        self.assertEqual(self.status(page), "All 62 reports, sorted by reward, ascending.")

    def test_every_column_sorts_both_ways(self):
        page = self.open()
        page.select_option("#page-size", "200")
        for title in ["reward", "GREEN", "CRIMSON", "significant errors", "insignificant errors", "RadGraph partial", "temporal F1",
                      "BLEU-4", "ROUGE-L", "coverage"]:
            head = self.head(page, title)
            shown = head.inner_text().strip()
            orders = []
            for _ in range(2):
                head.click()
                values = [float(text.replace("−", "-").replace(" low", "")) for text in self.column(page, shown)]
                self.assertEqual(len(values), 62)
                order = page.locator("th[aria-sort]")
                self.assertEqual(order.count(), 1)
                self.assertEqual(order.inner_text().strip(), shown)
                orders.append(order.get_attribute("aria-sort"))
                self.assertEqual(values, sorted(values, reverse=orders[-1] == "descending"), title)
            self.assertEqual(sorted(orders), ["ascending", "descending"])

    def test_ids_sort_as_people_count(self):
        page = self.open()
        self.head(page, "id").click()
        self.assertEqual(self.ids(page)[:3], ["device-pair-01", "device-pair-02", "device-pair-03"])

    def test_the_keyboard_sorts(self):
        page = self.open()
        self.head(page, "GREEN").focus()
        page.keyboard.press("Enter")
        self.assertIn("sorted by GREEN", self.status(page))

    def test_words_of_id_and_reports_filter(self):
        page = self.open()
        page.fill("#filter-text", "apical PNEUMOTHORAX")
        self.wait_for_status(page, " of 62 reports")
        shown = self.ids(page)
        self.assertIn("pair-02", shown)
        self.assertLess(len(shown), 15)
        page.fill("#filter-text", "pair-41")
        self.wait_for_status(page, "1 of 62 reports")
        self.assertEqual(self.ids(page), ["pair-41"])
        page.fill("#filter-text", "no such word")
        self.wait_for_status(page, "0 of 62 reports")
        self.assertIn("No report matches", page.locator(".reports tbody").inner_text())

    def test_one_error_is_all_that_is_asked_for(self):
        page = self.open()
        page.select_option("#page-size", "200")
        page.select_option("#filter-category", label="omitted finding")
        omissions = self.column(page, "errors")
        self.assertTrue(omissions and all("missed: " in text or "more" in text for text in omissions))
        page.check("#filter-significant")
        significant = len(self.ids(page))
        self.assertLess(significant, len(omissions))
        page.select_option("#filter-finding", label="cardiomegaly")
        self.assertEqual(self.ids(page), ["pair-41"])
        page.click(".reset")
        self.assertEqual(self.status(page).split(",")[0], "All 62 reports")

    def test_no_errors_is_a_choice(self):
        page = self.open()
        page.select_option("#filter-category", "none")
        self.assertEqual(set(self.column(page, "significant errors")), {"0"})

    def test_a_range_of_a_score_has_its_lower_bound_and_not_its_upper_one(self):
        page = self.open()
        page.select_option("#filter-measure", "green")
        page.fill("#filter-low", "0.5")
        page.fill("#filter-high", "1")
        page.locator("#filter-high").blur()
        values = set(self.column(page, "GREEN"))
        self.assertIn("0.500", values)
        self.assertNotIn("1.000", values)
        self.assertTrue(all(0.5 <= float(value) < 1 for value in values))

    def test_a_bar_shows_its_reports_and_no_more_when_pressed_again(self):
        page = self.open()
        bar = page.locator('.plot[data-measure="kg_reward"] .bin').first
        count = int(bar.locator("title").text_content().split(": ")[1].split()[0])
        bar.click()
        self.assertTrue(self.status(page).startswith(f"{count} of 62 reports"))
        self.assertEqual(bar.get_attribute("aria-pressed"), "true")
        bar.click()
        self.assertTrue(self.status(page).startswith("All 62 reports"))
        self.assertEqual(bar.get_attribute("aria-pressed"), "false")

    def test_every_bar_shows_as_many_reports_as_it_says(self):
        page = self.open()
        for measure in ["kg_reward", "green", "crimson", "errors"]:
            for bar in page.locator(f'.plot[data-measure="{measure}"] .bin').all():
                count = int(bar.locator("title").text_content().split(": ")[1].split()[0])
                bar.dispatch_event("click")
                self.assertTrue(self.status(page).startswith(f"{count} of 62 reports"), bar.locator("title").text_content())

    def test_the_keyboard_goes_from_bar_to_bar(self):
        page = self.open()
        bins = page.locator('.plot[data-measure="crimson"] .bin')
        bins.first.focus()
        page.keyboard.press("End")
        page.keyboard.press("Enter")
        self.assertEqual(bins.last.get_attribute("aria-pressed"), "true")
        self.assertEqual(page.locator('.plot[data-measure="crimson"] [tabindex="0"]').count(), 1)
        self.assertEqual(set(self.column(page, "CRIMSON")), {"1.000"})

    def test_a_kind_of_error_filters(self):
        page = self.open()
        row = page.locator('.errors-by-kind tr[data-category="incorrect_location"]')
        row.locator("button").click()
        self.assertEqual(page.input_value("#filter-category"), "2")
        self.assertTrue(all("location" in text or "more" in text for text in self.column(page, "errors")))

    def test_pages_of_the_table(self):
        page = self.open()
        seen = self.ids(page)
        self.assertTrue(page.get_by_label("Page before").is_disabled())
        for _ in range(4):
            page.get_by_label("Page behind").click()
            seen += self.ids(page)
        self.assertEqual(len(seen), 62)
        self.assertEqual(len(set(seen)), 62)
        self.assertTrue(page.get_by_label("Last page").is_disabled())
        page.get_by_label("First page").click()
        self.assertEqual(self.ids(page), seen[:15])

    def test_arrows_go_from_row_to_row(self):
        page = self.open()
        page.locator(".reports .open").first.focus()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowUp")
        self.assertEqual(page.evaluate("document.activeElement.textContent"), self.ids(page)[1])
        page.keyboard.press("Enter")
        self.assertEqual(page.locator("#page-pair-title").inner_text(), f"Pair {self.ids(page)[1]}")


class BlankTests(browser.PageTestCase):
    rows = [pages.BLANK, {"id": "no reference", "reference": " \n", "candidate": "Pneumothorax."},
            {"id": "neither", "reference": "", "candidate": ""}, pages.AGREED]

    def test_a_blank_report_is_named_in_its_row(self):
        page = self.open()
        chips = {id: page.locator(".reports tbody tr").filter(has_text=id).first.locator(".chip.blank").all_inner_texts()
                 for id in ["agreed", "neither", "no reference"]}
        self.assertEqual(chips, {"agreed": [], "neither": ["blank reference", "blank candidate"], "no reference": ["blank reference"]})
        self.assertEqual(self.column(page, "errors")[self.ids(page).index("blank")], "blank candidate")


class PartTests(browser.PageTestCase):
    rows = pages.FIXTURES / "example.csv"
    options = ("--metrics", "lexical")

    def test_what_was_not_asked_for_is_not_there(self):
        page = self.open()
        self.assertEqual([text.replace("\u2011", "-").strip() for text in page.locator(".reports thead th").all_inner_texts()],
                         ["id", "BLEU-4", "ROUGE-L", "coverage"])
        self.assertEqual(page.locator("#filter-category").count(), 0)
        self.assertEqual(page.locator(".error-list, mark").count(), 0)
        # Both texts and graphs are.
        self.assertGreater(page.locator(".text .present, .text .absent").count(), 0)
        self.assertEqual(page.locator("svg.graph").count(), 1)
        bar = page.locator('.plot[data-measure="rouge_l"] .bin').last
        bar.click()
        self.assertIn(" of 8 reports", self.status(page))


if __name__ == "__main__":
    unittest.main()
