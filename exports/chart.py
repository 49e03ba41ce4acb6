"""The pain diary as a line chart: an SVG that needs no script and no style sheet."""

from collections.abc import Iterable
from datetime import date
from xml.etree import ElementTree as ET

from knowledge import KnowledgeBase
from programme.diary import Entry, day_scores
from programme.wording import day

WIDTH, HEIGHT = 640, 240
LEFT, RIGHT, TOP, BOTTOM = 34, 626, 14, 206
_BANDS = {"green": "#dcefe0", "amber": "#fbeccb", "red": "#f8ded9"}
_INK, _GRID = "#1f3a4d", "#8a96a0"


def diary_chart(kb: KnowledgeBase, entries: Iterable[Entry]) -> str | None:
    """Return the chart of the highest score of each day as SVG, or None where there is no score."""
    scores = day_scores(entries)
    if not scores:
        return None
    words = kb.programme.exports.words
    first, last = min(scores), max(scores)
    values = list(scores.values())
    svg = ET.Element(
        "svg",
        {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {WIDTH} {HEIGHT}", "role": "img",
         "width": "100%", "font-family": "sans-serif", "font-size": "13", "fill": _INK},
    )  # fmt: skip
    ET.SubElement(svg, "title").text = words["chart"].format(first=day(kb, first), last=day(kb, last))
    told = words["chart_text"].format(before=values[0], after=values[-1], highest=max(values))
    ET.SubElement(svg, "desc").text = told
    _draw_bands(kb, svg)
    points = [(_x(when, first, last), _y(score)) for when, score in scores.items()]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    line = {"points": path, "fill": "none", "stroke": _INK, "stroke-width": "2"}
    ET.SubElement(svg, "polyline", line)
    for x, y in points:
        ET.SubElement(svg, "circle", {"cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": "4"})
    _label(svg, LEFT, HEIGHT - 12, day(kb, first), "start")
    if last > first:
        _label(svg, RIGHT, HEIGHT - 12, day(kb, last), "end")
    return ET.tostring(svg, encoding="unicode")


def _draw_bands(kb: KnowledgeBase, svg: ET.Element) -> None:
    """Draw the colours of the traffic light behind the line, and the scale at the left."""
    lights = kb.programme.plan.traffic_light
    for light in lights:
        top = TOP if light is lights[-1] else _y(light.to + 0.5)
        bottom = BOTTOM if light is lights[0] else _y(light.from_ - 0.5)
        band = {"x": str(LEFT), "y": f"{top:.1f}", "width": str(RIGHT - LEFT)}
        ET.SubElement(
            svg, "rect", {**band, "height": f"{bottom - top:.1f}", "fill": _BANDS[light.colour]}
        )
    for score in range(0, 11, 2):
        ends = {"x1": str(LEFT), "x2": str(RIGHT), "y1": f"{_y(score):.1f}", "y2": f"{_y(score):.1f}"}
        ET.SubElement(svg, "line", {**ends, "stroke": _GRID, "stroke-width": "0.5"})
        _label(svg, LEFT - 8, _y(score) + 4, str(score), "end")


def _x(when: date, first: date, last: date) -> float:
    span = (last - first).days
    share = (when - first).days / span if span else 0.5
    return LEFT + 8 + share * (RIGHT - LEFT - 16)


def _y(score: float) -> float:
    return BOTTOM - score / 10 * (BOTTOM - TOP)


def _label(svg: ET.Element, x: float, y: float, text: str, anchor: str) -> None:
    place = {"x": f"{x:.1f}", "y": f"{y:.1f}", "text-anchor": anchor}
    ET.SubElement(svg, "text", place).text = text
