"""What the tests of the page share: a browser without a network, and pages opened in it."""

import os
import pathlib
import shutil
import tempfile
import unittest

from playwright.sync_api import expect, sync_playwright

import pages

HILUM = os.environ.get("HILUM", str(pages.REPOSITORY / ".build/release/hilum"))
SCREENSHOTS = pathlib.Path(os.environ.get("SCREENSHOTS", pages.REPOSITORY / ".build-page/screenshots"))


def chromium():
    """The system's browser."""
    names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if found is None:
        raise SystemExit("page tests: there is no chromium on the PATH; name one in CHROMIUM")
    return found


class PageTestCase(unittest.TestCase):
    """Opens pages from disk. Whatever a page asks a network for, and whatever it writes on the console, fails its test."""

    # Rows of the page that the tests of a class open, or a file, and options of `hilum score`.
    rows = [pages.RICH, pages.HOSTILE, pages.BLANK, pages.AGREED]
    options = ()

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.path = pages.score(HILUM, cls.rows, pathlib.Path(cls.folder.name) / "page.html", *cls.options)
        cls.driver = sync_playwright().start()
        cls.addClassCleanup(cls.driver.stop)
        # A container's root cannot have Chromium's sandbox; the page is our own.
        cls.browser = cls.driver.chromium.launch(executable_path=chromium(), args=["--no-sandbox"] if os.geteuid() == 0 else [])
        cls.addClassCleanup(cls.browser.close)

    def open(self, address="", width=1280, height=900, **settings):
        """Opens the page and waits until its table can be used."""
        context = self.browser.new_context(viewport={"width": width, "height": height}, **settings)
        self.addCleanup(context.close)
        page = context.new_page()
        self.asked, self.said = [], []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.route("**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort())
        page.goto(self.path.as_uri() + address)
        page.wait_for_selector("html[data-ready]", timeout=20_000)
        self.addCleanup(self.check_silence)
        return page

    def check_silence(self):
        self.assertEqual([url for url in self.asked if not url.startswith(self.path.as_uri())], [], "asked a network")
        self.assertEqual(self.said, [], "on the console")

    def column(self, page, title):
        """What stands in a column of the table, from top to bottom."""
        titles = [text.strip() for text in page.locator(".reports thead th").all_inner_texts()]
        place = titles.index(title) + 1
        return [text.strip() for text in page.locator(f".reports tbody tr > :nth-child({place})").all_inner_texts()]

    def ids(self, page):
        return self.column(page, "id")

    def status(self, page):
        return page.locator(".status").inner_text()

    def wait_for_status(self, page, text):
        """Waits until the table's status says something: the filter by words waits for a pause."""
        expect(page.locator(".status")).to_contain_text(text)

    def picture(self, page, name, element=None):
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        path = SCREENSHOTS / f"{name}.png"
        if element is None:
            page.screenshot(path=path, full_page=True)
        else:
            page.locator(element).screenshot(path=path)
