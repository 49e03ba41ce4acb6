"""What the widget costs the page around it: bytes, blocked time, time to the field.

    python -m benchmarks.widget_speed

Chromium with a CPU slowed down four times, a phone's window, the tests' server on this machine.
Blocked time is the part of long tasks above 50 ms, until four seconds after. Median of several runs.
"""

import gzip
import statistics

from playwright.sync_api import Browser, Page, sync_playwright

from assistant.serving.compact import compact
from tests.browser.conftest import PHONE
from tests.browser.fake_server import WIDGET, FakeServer
from tests.conftest import CHROMIUM

RUNS = 7
SLOWED = 4
WATCHED_MS = 4000
OF_THE_PAGE = {"styles/demo.css", "mark.svg"}
# Sums what long tasks block.
OBSERVE = """() => {
  window.blocked = 0;
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) window.blocked += task.duration - 50;
  }).observe({ type: 'longtask', buffered: true });
}"""


# Clicks on the launcher; the page notes when the focus arrives in the field.
CLICK = """() => {
  const root = document.querySelector('sciatica-chat').shadowRoot;
  const clicked = performance.now();
  root.addEventListener('focusin', (event) => {
    if (event.target.localName === 'textarea') window.focused ??= performance.now() - clicked;
  });
  root.querySelector('.launcher').click();
}"""


def main() -> None:
    """Print the figures."""
    server = FakeServer()
    server.start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            runs = [_run(browser, server.url) for _ in range(RUNS)]
            browser.close()
    finally:
        server.stop()
    for name in runs[0]:
        print(f"{name}: {statistics.median(run[name] for run in runs):.0f}")


def _run(browser: Browser, url: str) -> dict[str, float]:
    page = _page(browser, url)
    page.wait_for_timeout(WATCHED_MS)
    closed_files = _weight(page)
    closed = page.evaluate("window.blocked")
    cold = _open(page)
    page.wait_for_timeout(WATCHED_MS)
    figures = {
        "bytes, gzip, closed": closed_files,
        "bytes, gzip, ready to chat": _weight(page),
        "blocked ms, closed": closed,
        "blocked ms, opening": page.evaluate("window.blocked") - closed,
        "click to field ms, cold": cold,
    }
    page.context.close()
    page = _page(browser, url)
    page.get_by_role("button", name="Ask about sciatica").focus()  # as a pointer that comes near
    page.wait_for_timeout(1500)
    figures["click to field ms, after a hover"] = _open(page)
    page.context.close()
    return figures


def _page(browser: Browser, url: str) -> Page:
    # A mouse, so that opening leads to the field.
    page = browser.new_context(viewport=PHONE["viewport"]).new_page()
    page.fetched = set()
    page.on("request", lambda request: page.fetched.add(request.url))
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    page.add_init_script(f"({OBSERVE})()")
    page.goto(f"{url}/demo")
    page.get_by_role("button", name="Ask about sciatica").wait_for()
    return page


def _open(page: Page) -> float:
    page.evaluate(CLICK)
    page.locator("sciatica-chat textarea").wait_for()
    page.wait_for_timeout(1500)
    return page.evaluate("window.focused")


def _weight(page: Page) -> int:
    names = {url.split("/widget/")[1] for url in page.fetched if "/widget/" in url} - OF_THE_PAGE
    return sum(len(gzip.compress(compact(WIDGET / name), 9)) for name in names)


if __name__ == "__main__":
    main()
