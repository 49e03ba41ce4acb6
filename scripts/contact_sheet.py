"""Draws all exercise pictures on one sheet, `docs/illustrations.png` or another file. Needs Chromium."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

import illustrations
import knowledge

SHEET = Path("docs/illustrations.png")
# CSS pixels: three pictures in a row, each as wide as on a phone.
COLUMNS, PICTURE, GAP = 3, 340, 16


def page(exercise_ids: list[str]) -> str:
    """Return a page with the pictures of these exercises in rows."""
    names = {exercise.id: exercise.name for exercise in knowledge.load().exercises.values()}
    figures = "".join(
        f"<figure style='margin:0'>{illustrations.svg(i)}<figcaption>{names[i]}</figcaption></figure>"
        for i in exercise_ids
    )
    grid = (
        f"display:grid;grid-template-columns:repeat({COLUMNS},{PICTURE}px);gap:{GAP}px;padding:{GAP}px"
    )
    body = "margin:0;font:bold 15px sans-serif;background:#fff"
    return f"<body style='{body}'><main style='{grid}'>{figures}</main>"


def main(target: Path, only: list[str]) -> None:
    """Write the sheet of all exercises, or of some."""
    exercise_ids = only or sorted(knowledge.load().exercises)
    width = COLUMNS * PICTURE + (COLUMNS + 1) * GAP
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        view = browser.new_page(viewport={"width": width, "height": 400})
        view.set_content(page(exercise_ids))
        view.screenshot(path=target, full_page=True)
        browser.close()


if __name__ == "__main__":
    arguments = sys.argv[1:]
    main(Path(arguments[0]) if arguments else SHEET, arguments[1:])
