"""Where the two frames of a picture go, and at what scale: side by side, or wide ones stacked."""

from dataclasses import dataclass

# Units of the picture: at 320 CSS pixels of width, one unit is one pixel.
WIDTH, MARGIN, GAP, PADDING = 320.0, 6.0, 6.0, 5.0
FLOOR, CAPTION, LEGEND = 6.0, 24.0, 20.0
# Frames are stacked only where the person gets this much larger.
WORTH_STACKING = 1.2


@dataclass(frozen=True)
class Layout:
    """A grid of two panels of one size that show the same part of the world.

    `left` and `floor` are the edges of that part (cm), `scale` is the units for a cm; `width` and
    `height` are those of a panel above its floor, in units.
    """

    columns: int
    width: float
    height: float
    left: float
    floor: float
    scale: float

    def corner(self, frame: int) -> tuple[float, float]:
        """Return the left and the upper edge of the panel of frame 0 or 1, in units."""
        row, column = divmod(frame, self.columns)
        return MARGIN + column * (self.width + GAP), MARGIN + row * (self.height + FLOOR + CAPTION)

    @property
    def bottom(self) -> float:
        """The lower edge of the last caption, in units."""
        return self.corner(1)[1] + self.height + FLOOR + CAPTION


def fit(points: list[complex]) -> Layout:
    """Return the layout that shows all points (cm) of both frames largest."""
    pair = _grid(points, columns=2, tallest=153.0, largest=1.0)
    stack = _grid(points, columns=1, tallest=106.0, largest=1.3)
    return stack if stack.scale >= WORTH_STACKING * pair.scale else pair


def _grid(points: list[complex], columns: int, tallest: float, largest: float) -> Layout:
    width = (WIDTH - 2 * MARGIN - (columns - 1) * GAP) / columns
    left, right = min(p.real for p in points), max(p.real for p in points)
    floor, top = min(p.imag for p in points), max(p.imag for p in points)
    scale = min((width - 2 * PADDING) / (right - left), tallest / (top - floor), largest)
    slack = (width / scale - (right - left)) / 2
    return Layout(columns, width, (top - floor) * scale + PADDING, left - slack, floor, scale)
