"""What the tests do with a page, in words of the chat."""

from pathlib import Path

from playwright.sync_api import expect

AXE = (Path(__file__).parent / "vendor/axe.min.js").read_text()
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Notes every text that is put into a live region; regions are found when they appear.
LISTEN = """() => {
  const root = document.querySelector('sciatica-chat').shadowRoot;
  window.heard = [];
  for (const kind of ['polite', 'assertive']) {
    const region = root.querySelector(`.unseen[aria-live=${kind}]`);
    new MutationObserver((records) => {
      for (const record of records)
        for (const node of record.addedNodes) window.heard.push([kind, node.textContent]);
    }).observe(region, { childList: true, subtree: true, characterData: true });
  }
}"""
# The path of focus through shadow roots, as "tag name".
FOCUSED = """() => {
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  return [node.localName, node.ariaLabel || node.labels?.[0]?.textContent || node.textContent.trim().slice(0, 40)].join(' ');
}"""


class Chat:
    """A page with a chat in it."""

    def __init__(self, page, server):
        self.page = page
        self.server = server
        self.problems = []
        self.allowed_errors = (
            "ERR_INTERNET_DISCONNECTED",
            "ERR_CONNECTION",
            "ERR_EMPTY_RESPONSE",
            "status of",
        )
        self.origins = [server.url]
        self.requests = []
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))

    def _note(self, message):
        # A lost connection is reported by the browser itself, whatever the page does.
        expected = any(part in message.text for part in self.allowed_errors)
        if message.type == "error" and not expected:
            self.problems.append(message.text)

    @property
    def foreign_requests(self):
        return [
            url
            for url in self.requests
            if not url.startswith((*self.origins, "data:", "blob:", "about:"))
        ]

    @property
    def launcher(self):
        return self.page.locator("button.launcher")

    @property
    def field(self):
        return self.page.locator("sciatica-chat textarea")

    @property
    def log(self):
        return self.page.get_by_role("log")

    @property
    def replies(self):
        return self.page.locator(".theirs")

    @property
    def mine(self):
        return self.page.locator(".mine")

    @property
    def bar(self):
        return self.page.get_by_role("toolbar")

    def button(self, name, exact=True):
        return self.page.get_by_role("button", name=name, exact=exact)

    def open(self):
        self.launcher.click()
        self.field.wait_for()
        return self

    def type(self, text):
        self.field.fill(text)
        self.page.keyboard.press("Enter")

    def ask(self, text):
        """Say something and wait for the reply."""
        before = self.replies.count()
        self.field.focus()
        self.type(text)
        expect(self.replies).to_have_count(before + 1)
        expect(self.page.locator(".later")).to_have_count(0)
        return self.replies.last

    def listen(self):
        self.page.evaluate(LISTEN)

    @property
    def heard(self):
        return self.page.evaluate("window.heard")

    @property
    def focused(self):
        return self.page.evaluate(FOCUSED)

    def violations(self):
        """Return axe's findings as lines; passes are required, so that it cannot succeed by seeing nothing."""
        noted = list(self.problems)
        self.page.evaluate(AXE)
        options = {
            "runOnly": {"type": "tag", "values": AXE_TAGS},
            "resultTypes": ["violations", "passes"],
        }
        result = self.page.evaluate("(options) => axe.run(document, options)", options)
        self.problems = noted  # axe's own inline styles offend the policy
        assert len(result["passes"]) > 10
        return [
            f"{found['id']}: {node['target']} {node['failureSummary']}"
            for found in result["violations"]
            for node in found["nodes"]
        ]
