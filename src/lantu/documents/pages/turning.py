"""Quarter turns: from a PDF's own coordinates to the page as it is shown, and on to where its text stands upright."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from ..layout import Box


@dataclass(frozen=True, slots=True)
class Turn:
    """From the coordinates of a page (y upwards) to those of the page as it is shown, and as it is read.

    Parameters
    ----------
    left, top:
        The top left corner of the visible part, in the page's own coordinates.
    width, height:
        The visible part before it is turned.
    rotation:
        Quarter turns clockwise that the page asks for.
    quarters:
        Quarter turns clockwise by which the text of the shown page lies; 0 where it stands upright.
    """

    left: float
    top: float
    width: float
    height: float
    rotation: int
    quarters: int = 0

    @property
    def shown(self) -> tuple[float, float]:
        """Width and height of the page as it is shown."""
        return (self.height, self.width) if self.rotation % 2 else (self.width, self.height)

    @property
    def upright_size(self) -> tuple[float, float]:
        """Width and height of the page as it is read, turned so that its text stands upright."""
        width, height = self.shown
        return (height, width) if self.quarters % 2 else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Give a point of the page where it is shown, from the top left corner downwards."""
        return _clockwise(x - self.left, self.top - y, self.width, self.height, self.rotation)

    def angle(self, a: float, b: float) -> int:
        """Give by how many quarters clockwise a direction of the page's own coordinates lies where it is shown.

        A direction that is no multiple of a quarter, within ten degrees, gives 4.
        """
        turned = math.degrees(math.atan2(-b, a)) + 90 * self.rotation
        quarters = round(turned / 90)
        return quarters % 4 if abs(turned - 90 * quarters) < 10 else 4

    def upright(self, quarters: int) -> Turn:
        """Give the turn for text that lies by some quarters on the shown page; 4 is taken for upright."""
        return replace(self, quarters=quarters % 4)

    def to_reading(self, x: float, y: float) -> tuple[float, float]:
        """Give a point of the shown page where the text stands upright."""
        return _clockwise(x, y, *self.shown, (4 - self.quarters) % 4)

    def to_shown(self, box: Box) -> Box:
        """Give a box of the upright text where it is shown."""
        if self.quarters == 0:
            return box
        one = _clockwise(box[0], box[1], *self.upright_size, self.quarters)
        two = _clockwise(box[2], box[3], *self.upright_size, self.quarters)
        return (min(one[0], two[0]), min(one[1], two[1]), max(one[0], two[0]), max(one[1], two[1]))


def _clockwise(x: float, y: float, width: float, height: float, quarters: int) -> tuple[float, float]:
    """Turn a point of a sheet of that size, measured from its top left corner, with the sheet."""
    match quarters % 4:
        case 1:
            return height - y, x
        case 2:
            return width - x, height - y
        case 3:
            return y, width - x
    return x, y
