"""Pictures of the exercises, drawn from the poses in `poses/`.

Start at `illustrations.svg("ex-bird-dog")`. Nothing here needs Rasa, TensorFlow or the web.
"""

from functools import cache

import knowledge
from illustrations import picture
from illustrations.loader import load_labels, load_poses
from illustrations.models import Pose

__all__ = ["alt", "svg"]


@cache
def svg(exercise_id: str) -> str:
    """Return the picture of an exercise as an SVG document.

    Raises:
        KeyError: when there is no such exercise.
        knowledge.ContentError: when the pose files have mistakes.
    """
    poses, names = _content()
    return picture.draw(poses[exercise_id], names[exercise_id], load_labels())


def alt(exercise_id: str) -> str:
    """Return the description of a picture in words, for people who do not see it.

    Raises:
        KeyError: when there is no such exercise.
        knowledge.ContentError: when the pose files have mistakes.
    """
    return _content()[0][exercise_id].alt


@cache
def _content() -> tuple[dict[str, Pose], dict[str, str]]:
    """Return all poses and the names of the exercises, by exercise id."""
    names = {exercise.id: exercise.name for exercise in knowledge.load().exercises.values()}
    return load_poses(set(names)), names
