"""A site's own colour: it is shown, and whatever it is, everything can still be read."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

PALETTE = "async (accent) => (await import('/widget/accent.js')).palette(accent) ?? null"
NASTY = {"yellow": "#ff0", "white": "#fff", "black": "#000", "pale pink": "#ffe4ec", "red": "#f00"}
# Grounds of the chat that text of the accent colour stands on, beside the tint made from it.
GROUNDS = {"light": ["#ffffff", "#f8f5ef"], "dark": ["#141c1c", "#1e2929"]}
INK = {"light": "#1c2a29", "dark": "#ecefe9"}
QUIET = {"light": "#53615e", "dark": "#abb9b4"}


def rgb(colour):
    if colour.startswith("#"):
        return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return [int(value) for value in re.findall(r"\d+", colour)]


def contrast(one, other):
    def luminance(colour):
        parts = [v / 255 for v in rgb(colour)]
        red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def host_page(accent, theme="auto"):
    return (
        '<!doctype html><html lang="en"><title>x</title><main><h1>x</h1></main><script type="module" '
        f'src="/widget/sciatica-chat.js" data-accent="{accent}" data-theme="{theme}"></script>'
    )


def readable(palette):
    for theme, shades in palette.items():
        accent, soft = shades["--accent"], shades["--soft"]
        for ground in (*GROUNDS[theme], soft):
            assert contrast(accent, ground) >= 4.5, (theme, shades, ground)
        for ground in (accent, shades["--accent-strong"]):
            assert contrast(shades["--on-accent"], ground) >= 4.5, (theme, shades)
        assert contrast(INK[theme], shades["--mine"]) >= 4.5
        assert contrast(QUIET[theme], soft) >= 4.5


def test_every_colour_becomes_readable(chat):
    @settings(max_examples=150, deadline=None)
    @given(st.from_regex(r"\A#[0-9a-fA-F]{6}\Z"))
    def check(accent):
        readable(chat.page.evaluate(PALETTE, accent))

    for accent in NASTY.values():
        readable(chat.page.evaluate(PALETTE, accent))
    check()


@pytest.mark.parametrize("accent, theme, shown", [
    ("#0d5f5a", "light", "rgb(13,95,90)"),
    ("#063", "light", "rgb(0,102,51)"),
    ("#FFDD00", "dark", "rgb(255,221,0)"),
])  # fmt: skip
def test_a_colour_that_can_be_read_is_shown_as_it_is(chat, accent, theme, shown):
    assert chat.page.evaluate(PALETTE, accent)[theme]["--accent"] == shown


def test_it_is_on_launcher_and_buttons(new_chat, fake):
    fake.host_page = host_page("#7a1fa2")
    chat = new_chat("/host")
    expect(chat.launcher).to_have_css("background-color", "rgb(122, 31, 162)")
    chat.open()
    expect(chat.button("Send")).to_have_css("background-color", "rgb(122, 31, 162)")


def test_the_attribute_of_the_element_comes_first(new_chat, fake):
    page = host_page("#7a1fa2")
    fake.host_page = page.replace(
        "</main>", '</main><sciatica-chat data-accent="#00529b"></sciatica-chat>'
    )
    chat = new_chat("/host")
    expect(chat.launcher).to_have_css("background-color", "rgb(0, 82, 155)")


@pytest.mark.parametrize(
    "accent", ["green", "#12", "#1234567", "url(x)", "#0a6;color:red", "rgb(1,2,3)"]
)
def test_what_is_no_colour_is_ignored_with_one_warning(new_chat, fake, accent):
    chat = new_chat("/host", ready=False)
    fake.host_page = host_page(accent)
    warnings = []
    chat.page.on(
        "console", lambda message: warnings.append(message) if message.type == "warning" else None
    )
    chat.page.reload()
    expect(chat.launcher).to_have_css("background-color", "rgb(13, 95, 90)")
    chat.open()
    assert [accent in warning.text for warning in warnings] == [True]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("accent", NASTY.values(), ids=NASTY.keys())
def test_nothing_is_hard_to_read_in_a_nasty_colour(new_chat, fake, accent, theme):
    fake.host_page = host_page(accent, theme)
    chat = new_chat("/host")
    chat.launcher.wait_for()
    assert chat.violations() == []
    chat.open()
    assert chat.violations() == []
    for words in ("is it safe?", "how strong", "which is hardest", "my diary", "I can't pee", "my plan"):
        chat.ask(words)
    chat.replies.last.locator("summary").first.click()
    assert chat.violations() == []
    chat.button("Start today’s session").click()
    chat.button("Start").click()
    assert chat.violations() == []
