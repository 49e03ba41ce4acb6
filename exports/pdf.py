"""The plan as a PDF, by fpdf2: pure Python, so it needs no system packages."""

import logging
from collections.abc import Mapping
from datetime import datetime, time, timezone
from io import BytesIO

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from exports.page import source_lines
from knowledge import KnowledgeBase
from programme.plan import Plan
from programme.plan_reply import lights, plan_payload
from programme.wording import day

# Millimetres, points and colours.
MARGIN, PICTURE, GAP, LINE, INDENT, PAD = 16, 62, 6, 5.2, 5.5, 3
_INK, _HEAD, _SOFT = (31, 42, 51), (31, 58, 77), (81, 96, 107)
_FILL = {"note": (253, 243, 225), "stop": (251, 234, 232), "green": (230, 243, 233),
         "amber": (253, 243, 225), "red": (251, 234, 232)}  # fmt: skip
_ENCODING = "windows-1252"
_BULLET = "\u2022"


def plan_pdf(
    kb: KnowledgeBase,
    plan: Plan,
    pictures: Mapping[str, str] | None = None,
    alts: Mapping[str, str] | None = None,
) -> bytes:
    """Return the plan as an A4 file.

    Args:
        pictures: SVG by exercise id, from this project.
        alts: what the pictures show, by exercise id.
    """
    # fpdf2 logs each SVG element that it leaves out (title, desc, clipPath); our pictures read without.
    logging.getLogger("fpdf.svg").setLevel(logging.ERROR)
    sheet = _Sheet(kb, plan)
    content, words, plan_words = (
        plan_payload(kb, plan),
        kb.programme.exports.words,
        kb.programme.plan.words,
    )
    sheet.heading(content["title"], 18)
    sheet.paragraph(words["made_on"].format(date=day(kb, plan.made_on)), colour=_SOFT)
    sheet.paragraph(content["reason"])
    if content["few"]:
        sheet.box("", [content["few"]], "note")
    if content["notes"]:
        sheet.box(words["before"], content["notes"], "note")
    sheet.heading(plan_words["exercises"])
    sheet.paragraph(content["session"])
    for number, (chosen, shown) in enumerate(zip(plan.exercises, content["exercises"]), start=1):
        name = chosen.exercise.id
        picture = (pictures or {}).get(name) if chosen.own_way else None
        notes = [f"**{words['easier']}:** {shown['easier']}"] if shown["easier"] else []
        notes.append(f"**{plan_words['stop_if']}:** {'; '.join(shown['stop_if'])}.")
        title, alt = f"{number}. {shown['name']}", (alts or {}).get(name, "")
        sheet.exercise(title, shown["dose_text"], shown["steps"], notes, picture, alt)
    sheet.box(plan_words["stop_when"], content["stop_when"], "stop")
    sheet.heading(plan_words["traffic_light"])
    for light, said in zip(content["traffic_light"], lights(kb)):
        sheet.box("", [said], light["colour"])
    sheet.listed(plan_words["advice"], content["advice"])
    sheet.listed(plan_words["move_on_when"], content["move_on_when"])
    left_out = [f"{left['name']}: {left['why']}." for left in content["left_out"]]
    if left_out:
        sheet.listed(plan_words["left_out"], left_out)
    sheet.heading(words["review"])
    sheet.paragraph(content["review"])
    sheet.paragraph(f"{words['by']} {words['not_signed']}", colour=_SOFT)
    sources = "; ".join(source_lines(kb, kb.programme.plan.sources))
    sheet.paragraph(f"{words['sources']}: {sources}.", colour=_SOFT)
    return bytes(sheet.output())


class _Sheet(FPDF):
    """A4 pages with a few kinds of blocks, each kept whole where it fits on a page."""

    def __init__(self, kb: KnowledgeBase, plan: Plan) -> None:
        super().__init__(format="A4")
        self.core_fonts_encoding = _ENCODING
        self.set_margin(MARGIN)
        self.set_auto_page_break(True, MARGIN)
        self.set_lang(kb.programme.exports.language)
        self.set_title(plan_payload(kb, plan)["title"])
        self.set_creation_date(datetime.combine(plan.made_on, time(), timezone.utc))
        self.add_page()

    def footer(self) -> None:
        self.set_y(-MARGIN + 4)
        self._font(9, colour=_SOFT)
        self.cell(0, 5, f"{self.page_no()} / {{nb}}", align="C")

    def heading(self, text: str, size: int = 13) -> None:
        """Write a heading, on the page of what follows it."""
        self._keep(4 * LINE)
        self.ln(3)
        self._font(size, "B", _HEAD)
        self._write(text, size * 0.5)
        self.ln(1)

    def paragraph(self, text: str, colour: tuple[int, int, int] = _INK) -> None:
        """Write lines over the whole width."""
        self._font(colour=colour)
        self._write(text)
        self.ln(1)

    def listed(self, heading: str, lines: list[str]) -> None:
        """Write a heading and bullets."""
        self.heading(heading)
        self._font()
        for line in lines:
            self._item(_BULLET, line)

    def box(self, heading: str, lines: list[str], kind: str) -> None:
        """Write lines on a coloured ground."""
        self._font()
        mark = _BULLET if len(lines) > 1 else ""
        inner = self.epw - 2 * PAD
        height = sum(self._height(line, inner - (INDENT if mark else 0)) for line in lines)
        height += (LINE if heading else 0) + PAD
        self._keep(height)
        self.set_fill_color(*_FILL[kind])
        self.rect(
            MARGIN, self.get_y(), self.epw, height, style="F", round_corners=True, corner_radius=1.5
        )
        self.ln(PAD / 2)
        if heading:
            self._font(style="B", colour=_HEAD)
            self._item("", heading, MARGIN + PAD, inner)
        self._font()
        for line in lines:
            self._item(mark, line, MARGIN + PAD, inner)
        self.ln(PAD / 2 + 1.5)

    def exercise(
        self, name: str, dose: str, steps: list[str], notes: list[str], picture: str | None, alt: str
    ) -> None:
        """Write one exercise, with its picture at the right. `notes` may hold **bold** words."""
        width = self.epw - (PICTURE + GAP if picture else 0)
        self._font()
        texts = [dose, *steps, *notes]
        height = sum(self._height(text, width - INDENT) for text in texts) + 4 * LINE
        self._keep(max(height, PICTURE if picture else 0))
        self.ln(2)
        top, bottom = self.get_y(), 0.0
        if picture:
            x = self.w - MARGIN - PICTURE
            info = self.image(
                BytesIO(picture.encode()), x=x, y=top, w=PICTURE, alt_text=_plain(alt) or None
            )
            bottom = top + info.rendered_height
            self.set_xy(MARGIN, top)
        self._font(12, "B", _HEAD)
        self._write(name, 6, width)
        self._font(style="B")
        self._write(dose, width=width)
        self.ln(1)
        self._font()
        for count, step in enumerate(steps, start=1):
            self._item(f"{count}.", step, width=width)
        self.ln(1)
        for note in notes:
            self._write(note, width=width, markdown=True)
        self.set_y(max(self.get_y(), bottom) + 2)

    def _item(self, mark: str, text: str, left: float = MARGIN, width: float = 0) -> None:
        """Write a line of a list; what wraps stays under the text, not under the mark."""
        indent = INDENT if mark else 0
        self.set_x(left)
        if mark:
            self.cell(indent, LINE, _plain(mark))
        self._write(text, width=width - indent if width else 0)

    def _font(self, size: int = 11, style: str = "", colour: tuple[int, int, int] = _INK) -> None:
        self.set_font("Helvetica", style, size)
        self.set_text_color(*colour)

    def _write(self, text: str, height: float = LINE, width: float = 0, markdown: bool = False) -> None:
        place = {"new_x": XPos.LMARGIN, "new_y": YPos.NEXT}
        self.multi_cell(width, height, _plain(text), align="L", markdown=markdown, **place)

    def _height(self, text: str, width: float) -> float:
        return self.multi_cell(width, LINE, _plain(text), align="L", dry_run=True, output="HEIGHT")

    def _keep(self, height: float) -> None:
        """Begin a new page where a block of this height would be torn."""
        if self.will_page_break(min(height, self.eph - 1)):
            self.add_page()


def _plain(text: str) -> str:
    """Return the text with the characters that the fonts of every PDF reader have."""
    return text.encode(_ENCODING, "replace").decode(_ENCODING)
