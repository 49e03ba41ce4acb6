"""Reads the pose files and checks them against the exercises, all errors at once."""

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from illustrations.figure import PoseError, figure
from illustrations.models import Labels, Pose
from knowledge.loader import ContentError, YamlLoader

FOLDER = Path(__file__).parent
M = TypeVar("M", bound=BaseModel)
REMEDIES = {
    "value_error.missing": "add this key",
    "value_error.extra": "there is no such key; correct its spelling or remove it",
}


def load_poses(exercise_ids: set[str], folder: Path = FOLDER / "poses") -> dict[str, Pose]:
    """Return the poses by exercise id.

    Args:
        exercise_ids: the exercises that must have a picture.
        folder: where the pose files are, one for each exercise, named after it.

    Raises:
        ContentError: with every mistake found: file, key, what to do.
    """
    errors: list[str] = []
    poses = {path.stem: _read(Pose, path, errors) for path in sorted(folder.glob("*.yml"))}
    for name, pose in poses.items():
        if name not in exercise_ids:
            errors.append(f"{name}.yml: there is no exercise {name!r}; rename or remove the file")
        if pose is not None:
            errors.extend(_check(pose, f"{name}.yml"))
    missing = sorted(exercise_ids - poses.keys())
    errors += [f"{name}.yml: the file is missing; draw the exercise {name!r}" for name in missing]
    if errors:
        raise ContentError(errors)
    return poses


def load_labels(path: Path = FOLDER / "labels.yml") -> Labels:
    """Return the words that stand in every picture.

    Raises:
        ContentError: with every mistake found.
    """
    errors: list[str] = []
    labels = _read(Labels, path, errors)
    if errors:
        raise ContentError(errors)
    return labels


def _read(model: type[M], path: Path, errors: list[str]) -> M | None:
    try:
        raw: Any = yaml.load(path.read_text(encoding="utf-8"), Loader=YamlLoader)
        return model.parse_obj(raw)
    except ValidationError as error:
        errors += [
            f"{path.name}, {'.'.join(map(str, e['loc']))}: {REMEDIES.get(e['type'], e['msg'])}"
            for e in error.errors()
        ]
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        errors.append(f"{path.name}{line}: is not readable YAML; {getattr(error, 'problem', error)}")
    return None


def _check(pose: Pose, name: str) -> list[str]:
    errors = [] if f"{pose.id}.yml" == name else [f"{name}, id: is {pose.id!r}; name it like its file"]
    for key, frame in (("start", pose.start), ("end", pose.end)):
        try:
            figure(frame.body)
        except PoseError as error:
            errors.append(f"{name}, {key}.body.{error}")
    return errors
