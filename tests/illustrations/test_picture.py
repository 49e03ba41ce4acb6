"""The SVG is valid, self-contained, described in words, and fits on a phone in a real Chromium."""

import re
import subprocess
import sys
from typing import get_args
from xml.etree import ElementTree

import pytest
import textstat

import illustrations
from assistant.paths import ROOT
from illustrations import marks, props
from illustrations.models import FeelSpot, Prop

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {"svg", "title", "desc", "defs", "radialGradient", "stop", "clipPath"} | {
    "g",
    "path",
    "rect",
    "circle",
    "ellipse",
    "text",
}
JARGON = (
    "flex|exten[ds]|lumbar|spin[ae]|pelvic|glute|hamstring|supine|prone|quadruped|dorsi|plantar|abduct|adduct"
    "|lateral|medial|anterior|posterior|neutral|isometric|core|femur|tibia|sagittal|kyphosis|lordosis"
)


def tree(exercise_id):
    return ElementTree.fromstring(illustrations.svg(exercise_id))


def test_a_picture_is_drawn_once_and_an_unknown_one_is_an_error():
    assert illustrations.svg("ex-plank") is illustrations.svg("ex-plank")
    with pytest.raises(KeyError):
        illustrations.svg("ex-juggling")
    with pytest.raises(KeyError):
        illustrations.alt("ex-juggling")


def test_only_drawing_elements_no_script_no_style_nothing_from_outside(exercise_ids):
    for exercise_id in exercise_ids:
        root = tree(exercise_id)
        ids = {node.get("id") for node in root.iter() if node.get("id")}
        for node in root.iter():
            assert node.tag.removeprefix(SVG) in ALLOWED, exercise_id
            for name, value in node.attrib.items():
                assert not re.match(r"on|style$|class$|.*href", name), (exercise_id, name)
                if "url(" in value:
                    assert re.fullmatch(r"url\(#([\w-]+)\)", value)[1] in ids, (exercise_id, value)
        assert re.findall(r"https?://[^\"]+", illustrations.svg(exercise_id)) == [
            "http://www.w3.org/2000/svg"
        ]


def test_ids_are_unique_across_all_pictures_so_that_one_page_can_hold_them(exercise_ids):
    ids = [node.get("id") for e in exercise_ids for node in tree(e).iter() if node.get("id")]
    assert len(ids) == len(set(ids))


def test_the_picture_says_what_it_shows(kb, exercise_ids):
    for exercise_id in exercise_ids:
        root = tree(exercise_id)
        assert root.get("role") == "img"
        assert [node.tag for node in root[:2]] == [f"{SVG}title", f"{SVG}desc"]
        assert root[0].text == kb.exercises[exercise_id].name
        assert root[1].text == illustrations.alt(exercise_id)


def test_the_description_is_short_plain_and_names_the_positions(exercise_ids):
    positions = re.compile(
        r"standing|sitting|lying|kneeling|hands and knees|face down|walking|foot on", re.I
    )
    for exercise_id in exercise_ids:
        alt = illustrations.alt(exercise_id)
        assert len(alt) <= 200, exercise_id
        assert not re.search(rf"\b({JARGON})", alt, re.I), exercise_id
        assert positions.search(alt), exercise_id
        assert textstat.flesch_kincaid_grade(alt) <= 8, exercise_id
    assert len({illustrations.alt(e) for e in exercise_ids}) == len(exercise_ids)


def test_the_two_frames_are_numbered_and_captioned(poses):
    for exercise_id, pose in poses.items():
        words = [node.text for node in tree(exercise_id).iter(f"{SVG}text")]
        assert words[:4] == ["1", pose.start.caption, "2", pose.end.caption]
        assert ("Feel it here" in words) == bool(pose.start.feel or pose.end.feel)


def test_drawing_needs_neither_rasa_nor_the_web():
    code = "import sys, illustrations; illustrations.svg('ex-plank'); print(*sys.modules)"
    loaded = set(
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True
        ).stdout.split()
    )
    assert "illustrations.picture" in loaded
    assert not loaded & {"rasa", "tensorflow", "spacy", "sanic", "aiohttp", "requests"}


def test_whatever_a_pose_may_name_can_be_drawn():
    assert set(get_args(FeelSpot)) == set(marks.SPOTS)
    for kind in get_args(Prop.__fields__["kind"].type_):
        drawn = props.draw(Prop.parse_obj({"kind": kind, "from": [0, 0], "to": [40, 50]}), 1)
        assert drawn.tag == "rect" or len(drawn), kind


def test_pictures_are_light(exercise_ids):
    assert max(len(illustrations.svg(e)) for e in exercise_ids) < 40_000


@pytest.fixture
def page(browser):
    page = browser.new_page(viewport={"width": 320, "height": 600})
    yield page
    page.close()


MEASURE = """() => {
  const svg = document.querySelector('svg'), frame = svg.getBoundingClientRect(), outside = [];
  for (const node of svg.querySelectorAll('path, rect, circle, ellipse, text')) {
    if (node.closest('clipPath') || node.closest('[clip-path]')) continue;
    const box = node.getBoundingClientRect(), room = 0.5;
    if (box.left < frame.left - room || box.right > frame.right + room
        || box.top < frame.top - room || box.bottom > frame.bottom + room) outside.push(node.outerHTML);
  }
  // A caption ends where the next number or the card's edge begins.
  const stops = [...svg.querySelectorAll('circle')].map(c => c.getBoundingClientRect());
  const texts = [...svg.querySelectorAll('text')].filter(t => t.getAttribute('text-anchor') !== 'middle');
  const clipped = texts.map(t => [t.textContent, t.getBoundingClientRect()]).filter(([_, box]) =>
    box.right > frame.right - 6 || stops.some(s => s.left > box.left && s.left < box.right + 2
      && s.top < box.bottom && s.bottom > box.top)).map(([text]) => text);
  const size = Math.min(...texts.map(t => parseFloat(getComputedStyle(t).fontSize))) * frame.width / 320;
  return {outside, clipped, size, width: frame.width, overflow: document.documentElement.scrollWidth};
}"""


def test_everything_is_inside_and_legible_on_a_phone_of_320_pixels(page, exercise_ids):
    for exercise_id in exercise_ids:
        page.set_content(f"<body style='margin:0'>{illustrations.svg(exercise_id)}")
        measured = page.evaluate(MEASURE)
        assert measured["outside"] == [], exercise_id
        assert measured["clipped"] == [], exercise_id
        assert round(measured["width"]) == measured["overflow"] == 320, exercise_id
        assert measured["size"] >= 12, exercise_id


def test_it_draws_the_same_under_a_strict_content_policy(page):
    def shot(head):
        page.set_content(f"<html><head>{head}</head><body>{illustrations.svg('ex-plank')}</body></html>")
        return page.locator("svg").screenshot()

    policy = "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'\">"
    assert shot(policy) == shot("")
