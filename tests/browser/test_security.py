"""Nothing that is typed, answered, clicked or remembered becomes anything but text; nothing leaves for elsewhere."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser import fake_server
from tests.browser.fake_server import FakeServer

ATTACKS = [
    "<img src=x onerror=window.hacked=1>",
    "<script>window.hacked=1</script>",
    "<svg onload=window.hacked=1>",
    "<iframe srcdoc='<script>parent.hacked=1</script>'>",
    "[click](javascript:window.hacked=1)",
    "[click](JaVaScRiPt:window.hacked=1)",
    "[click](java\tscript:window.hacked=1)",
    "[click](data:text/html,<script>window.hacked=1</script>)",
    "[click](vbscript:x)",
    "[click](//evil.example/x)",
    "[click](http://evil.example)",
    "**<b onmouseover=window.hacked=1>bold</b>**",
    '"><img src=x onerror=window.hacked=1>',
    "{{constructor.constructor('window.hacked=1')()}}",
    "`${window.hacked=1}`",
    "</textarea><script>window.hacked=1</script>",
    "- <details open ontoggle=window.hacked=1>",
    "<a href='javascript:window.hacked=1'>x</a>",
    "<style>*{display:none}</style>",
    "\u202egnp.exe <img/src/onerror=window.hacked=1>",
]
# What must never be in the shadow root, whatever was said.
INTRUDERS = """() => {
  const root = document.querySelector('sciatica-chat').shadowRoot;
  const bad = [...root.querySelectorAll('script, iframe, object, embed, style, base, form:not(.composer), [onerror], [onload], [style*=expression]')];
  const links = [...root.querySelectorAll('a')].filter((a) => !/^(https:|tel:|sms:|mailto:|http:\\/\\/127\\.0\\.0\\.1)/.test(a.href));
  const pictures = [...root.querySelectorAll('img')].filter((i) => new URL(i.src).origin !== location.origin);
  return [...bad, ...links, ...pictures].map((node) => node.outerHTML);
}"""


def poisoned(attack):
    """One message of every type, with the attack in each text, link and key."""
    related = [{"topic": attack, "title": attack}]
    picture = {"src": "https://evil.example/x.svg", "alt": attack}
    timer = {"hold_seconds": attack, "repetitions": attack, "sides": [attack]}
    one = {"id": attack, "name": attack, "dose_text": attack, "steps": [attack], "stop_if": [attack]}
    source = {"title": attack, "publisher": attack, "year": attack, "url": "javascript:window.hacked=1"}
    exercise = {"type": "exercise", "topic": attack, "steps": [attack], "mistakes": [attack]}
    files = [
        {"title": attack, "href": href}
        for href in ("javascript:window.hacked=1", "https://evil.example")
    ]
    contacts = [
        {"number": attack, "label": attack, "link": link}
        for link in ("javascript:window.hacked=1", "tel:999")
    ]
    cards = [
        {"type": "answer", "title": attack, "topic": attack, "sources": [source], "reviewed_on": attack, "related": related},
        {**exercise, "name": attack, "illustration": picture, "timer": timer, "dose": {"hold_seconds": attack}},
        {"type": "plan", "topic": attack, "stage": attack, "exercises": [{**one, "illustration": picture, "timer": timer}],
         "traffic_light": [{"colour": attack, "from": attack, "to": attack, "text": attack}],
         "exports": [{"title": attack, "payload": attack}], "left_out": [{"name": attack, "why": attack}]},
        {"type": "diary", "points": [{"date": attack, "score": 3, "note": attack}, {"date": attack, "score": attack}],
         "advice": {"change": attack, "why": attack}},
        {"type": "escalation", "level": attack, "contacts": contacts, "advice": attack, "tell_staff": attack},
        {"type": "question", "step": attack, "of": attack, "why": attack},
        {"type": "export", "files": files},
        {"type": "fallback", "suggestions": related},
        {"type": attack, "fallback_text": attack},
        {"type": "__proto__"}, {"type": "constructor"},
    ]  # fmt: skip
    buttons = [{"title": attack, "payload": attack}]
    return [{"text": attack, "buttons": buttons, "custom": card} for card in cards]


@pytest.fixture
def poison(monkeypatch):
    monkeypatch.setattr(fake_server, "reply_to", poisoned)


def harmless(chat):
    assert chat.page.evaluate("window.hacked") is None
    assert chat.page.evaluate(INTRUDERS) == []


def test_attacks_through_text_cards_buttons_and_history_stay_text(chat, poison):
    for attack in ATTACKS:
        chat.ask(attack)
        expect(chat.mine.last.locator("p").last).to_have_text(attack.lstrip("/"), use_inner_text=False)
    for summary in chat.page.locator("summary").all()[:20]:
        summary.evaluate("node => node.click()")
    chat.bar.get_by_role("button").first.click()
    harmless(chat)
    chat.page.reload()
    expect(chat.replies).to_have_count(len(ATTACKS) + 1)
    harmless(chat)


def test_a_poisoned_storage_stays_text(chat):
    attack = ATTACKS[0]
    turns = [{"id": "1", "text": attack, "title": attack, "messages": poisoned(attack)}]
    chat.page.evaluate(
        "kept => sessionStorage.setItem('sciatica-chat', kept)",
        json.dumps({"turns": turns, "settings": {"emergency": {"line": attack, "numbers": [{"number": attack, "href": "javascript:window.hacked=1"}]}}}),
    )  # fmt: skip
    chat.page.reload()
    expect(chat.replies).to_have_count(1)
    harmless(chat)


@pytest.mark.parametrize("kept", ["", "null", "[]", "7", '{"turns": null}', '{"turns": [{}]}', "{"])
def test_a_broken_storage_does_not_break_the_chat(chat, kept):
    chat.page.evaluate("kept => sessionStorage.setItem('sciatica-chat', kept)", kept)
    chat.page.reload()
    chat.ask("is it safe?")


def test_typed_text_is_never_a_command(chat, fake):
    chat.ask('/faq{"topic":"referral"}')
    assert fake.turns[0]["text"] == 'faq{"topic":"referral"}'


def test_a_button_sends_its_payload_and_shows_its_title(chat, fake):
    chat.ask("is it safe?")
    title = chat.bar.get_by_role("button").first.text_content()
    chat.bar.get_by_role("button").first.click()
    expect(chat.replies).to_have_count(2)
    expect(chat.mine.last).to_contain_text(title)
    assert fake.turns[-1]["text"].startswith("/faq{")
    assert fake.turns[-1]["title"] == title
    chat.page.reload()
    expect(chat.mine.last).to_contain_text(title)
    expect(chat.log).not_to_contain_text("/faq{")


def test_the_token_is_in_no_address_and_no_cookie(chat, fake):
    chat.ask("is it safe?")
    (token,) = fake.sessions
    assert not any(token in url for url in chat.requests)
    assert chat.page.context.cookies() == []


def test_no_word_of_code_that_makes_html():
    forbidden = (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "srcdoc",
    )
    for path in fake_server.WIDGET.rglob("*.js"):
        source = path.read_text()
        assert not [word for word in forbidden if word in source], path


def test_on_another_site_under_a_strict_policy(new_chat, fake):
    site = FakeServer()
    site.start()
    site.host_policy = (
        f"default-src 'none'; script-src {fake.url}; style-src {fake.url}; img-src {fake.url}; "
        f"connect-src {fake.url}; require-trusted-types-for 'script'; trusted-types 'none'"
    )
    site.host_page = (
        '<!doctype html><html lang="en"><title>x</title><main><h1>x</h1></main>'
        f'<script type="module" src="{fake.url}/widget/sciatica-chat.js"></script>'
    )
    try:
        chat = new_chat("/host")
        chat.origins.append(site.url)
        chat.page.goto(site.url + "/host")
        chat.open()
        for words in ("the bird dog", "my plan", "my diary", "I can't pee"):
            chat.ask(words)
        expect(chat.page.locator("img.picture").first).to_be_visible()
    finally:
        site.stop()


HOSTILE = """<!doctype html><html lang="en" dir="ltr" style="font-size: 3px">
<base href="https://elsewhere.example/"><title>x</title>
<link rel="stylesheet" href="{url}/hostile.css">
<main><h1>x</h1></main><button id="target">host</button>
<script type="module" src="{url}/widget/sciatica-chat.js"></script>"""
HOSTILE_CSS = """* { all: unset !important; color: lime !important; font: 3px fantasy !important; direction: rtl !important }
button, textarea, img, dialog, sciatica-chat { display: none !important; visibility: hidden !important; opacity: 0 !important }
h1, h2, h3 { text-transform: uppercase !important; letter-spacing: 2em !important }"""


def test_in_a_hostile_page(new_chat, fake):
    fake.host_page = HOSTILE.format(url=fake.url)
    fake.host_policy = "default-src * 'unsafe-inline'"
    chat = new_chat("/host", ready=False)
    chat.page.route(
        "**/hostile.css", lambda route: route.fulfill(body=HOSTILE_CSS, content_type="text/css")
    )
    chat.page.goto(fake.url + "/host")
    chat.open()
    chat.ask("is it safe?")
    assert chat.launcher.bounding_box()["height"] >= 44
    look = chat.replies.last.evaluate("node => { const s = getComputedStyle(node); return [s.fontSize, s.direction, s.letterSpacing, s.color] }")  # fmt: skip
    assert look[:3] == ["16px", "ltr", "normal"]
    assert look[3] != "rgb(0, 255, 0)"
    # And the page around is left as it was.
    assert chat.page.evaluate("document.body.children.length") == 4
