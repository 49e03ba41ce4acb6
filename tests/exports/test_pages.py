"""Plan page and summary hold everything, keep hostile notes as text, and fit a phone."""

import html
import re
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest

from exports.chart import HEIGHT, WIDTH, diary_chart
from exports.page import content_security_policy, plan_page
from exports.summary import Warned, summary_page
from programme.diary import Entry


class Page(HTMLParser):
    """The elements, attributes and text of a page."""

    def __init__(self, source):
        super().__init__()
        self.tags, self.attributes, self.said = [], [], []
        self.feed(source)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += attributes

    def handle_data(self, data):
        self.said.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.said).split())


@pytest.fixture(scope="module")
def plan_html(kb, plan, pictures):
    return plan_page(kb, plan, pictures)


@pytest.fixture(scope="module")
def summary_html(kb, plan, entries, today, hostile):
    return summary_page(kb, plan, entries, [Warned(today, "bladder", hostile[0])], today)


def test_the_page_holds_the_whole_plan(kb, plan, plan_html):
    text = Page(plan_html).text
    for chosen in plan.exercises:
        assert chosen.name in text and all(step in text for step in chosen.steps)
        assert all(line in text for line in chosen.exercise.stop_if)
    for line in (
        *plan.notes,
        *plan.advice,
        *plan.move_on_when,
        *plan.stop_when,
        plan.review,
        plan.reason,
    ):
        assert line in text
    for left in plan.left_out:
        assert f"{left.name}: {left.why}." in text
    assert all(kb.sources[name].publisher in text for name in kb.programme.plan.sources)


def test_a_picture_is_shown_only_where_the_exercise_is_done_that_way(plan, plan_html):
    own = [chosen for chosen in plan.exercises if chosen.own_way]
    assert plan_html.count("<svg") == len(own) >= 1


def test_the_page_works_without_pictures(kb, plan):
    assert "<figure>" not in plan_page(kb, plan)


@pytest.mark.parametrize("name", ["plan_html", "summary_html"])
def test_nothing_on_a_page_can_run_or_reach_out(request, name):
    page = Page(request.getfixturevalue(name))
    assert not {"script", "iframe", "img", "link", "form", "object", "a"} & set(page.tags)
    assert not [
        key for key, _ in page.attributes if key.startswith("on") or key in ("style", "src", "href")
    ]
    policy = next(v for k, v in page.attributes if k == "content" and "default-src" in v)
    assert policy == content_security_policy() and "default-src 'none'" in policy


def test_hostile_notes_stay_text(summary_html, hostile):
    text = Page(summary_html).text
    for note in hostile:
        assert " ".join(note.replace("\x00", "\ufffd").split()) in text.replace("\x00", "\ufffd")


def test_the_summary_holds_answers_diary_and_warnings(kb, plan, entries, summary_html):
    text = html.unescape(summary_html)
    for line in (
        "4 out of 10",
        "It began about 3 weeks ago",
        "Dizziness or balance",
        "suggested by fixed rules",
    ):
        assert line in text
    assert "21 November 2026, emergency: bladder. The person wrote: “<script>" in text
    assert re.search(r"Walking</th><td>4</td>", summary_html)
    assert len(re.findall(r"<tr><td>\d+ November 2026", summary_html)) == len(entries)


def test_an_empty_summary_says_so(kb, today):
    text = Page(summary_page(kb, None, [], [], today)).text
    words = kb.programme.exports.words
    assert words["no_plan"] in text and words["diary_none"] in text and words["warnings_none"] in text


def test_the_chart_draws_every_day_inside_its_frame(kb, entries):
    chart = ET.fromstring(diary_chart(kb, entries))
    ns = {"s": "http://www.w3.org/2000/svg"}
    dots = chart.findall("s:circle", ns)
    assert len(dots) == len(entries)
    assert all(0 < float(d.get("cx")) < WIDTH and 0 < float(d.get("cy")) < HEIGHT for d in dots)
    heights = [float(d.get("cy")) for d in dots]
    assert heights == sorted(heights), "pain goes down in this diary, so the line goes down"
    assert "Pain by day, from 14 November 2026 to 21 November 2026" in chart.find("s:title", ns).text
    assert "style" not in diary_chart(kb, entries)


def test_without_a_score_there_is_no_chart(kb, today):
    assert diary_chart(kb, [Entry(today, None, "only words")]) is None


def test_one_day_is_drawn_too(kb, today):
    assert diary_chart(kb, [Entry(today, 5)]).count("<circle") == 1


@pytest.mark.parametrize("name", ["plan_html", "summary_html"])
@pytest.mark.parametrize("width", [320, 1000])
def test_pages_fit_their_window_and_run_nothing(request, browser, tmp_path, name, width):
    file = tmp_path / "page.html"
    file.write_text(request.getfixturevalue(name), encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 800})
    noise = []
    page.on("console", lambda message: noise.append(message.text))
    page.on("dialog", lambda dialog: noise.append(dialog.message))
    page.on(
        "request", lambda request: noise.append(request.url) if "page.html" not in request.url else None
    )
    page.goto(file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(31, 58, 77)"
    assert noise == []
    page.close()
