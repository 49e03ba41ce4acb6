"""Pose files are checked at load, and every mistake is reported at once, with file, key and remedy."""

import re

import pytest
import yaml

from illustrations.loader import load_labels, load_poses
from knowledge import ContentError


@pytest.fixture
def errors_of(folder, exercise_ids):
    def errors():
        with pytest.raises(ContentError) as raised:
            load_poses(set(exercise_ids), folder)
        return raised.value.errors

    return errors


def change(path, edit):
    record = yaml.safe_load(path.read_text())
    edit(record)
    path.write_text(yaml.safe_dump(record))


def test_every_exercise_has_a_pose_and_every_pose_an_exercise(poses, exercise_ids):
    assert sorted(poses) == exercise_ids
    assert len(poses) == 18


def test_all_mistakes_are_reported_at_once(folder, errors_of):
    change(folder / "ex-plank.yml", lambda pose: pose.pop("alt"))
    change(folder / "ex-plank.yml", lambda pose: pose["start"].update(colour="red"))
    change(
        folder / "ex-walking.yml", lambda pose: pose["end"]["body"]["near_leg"].update(ankle_at=[200, 7])
    )
    (folder / "ex-bird-dog.yml").unlink()
    (folder / "ex-juggling.yml").write_text((folder / "ex-cat-cow.yml").read_text())
    (folder / "ex-wall-sit.yml").write_text("id: ex-wall-sit\nalt: [unclosed\n")
    expected = [
        r"ex-plank\.yml, alt: add this key",
        r"ex-plank\.yml, start\.colour: there is no such key; .*remove it",
        r"ex-walking\.yml, end\.body\.near_leg\.ankle_at: is out of reach by \d+\.\d cm; move it nearer",
        r"ex-bird-dog\.yml: the file is missing; draw the exercise 'ex-bird-dog'",
        r"ex-juggling\.yml: there is no exercise 'ex-juggling'; rename or remove the file",
        r"ex-juggling\.yml, id: is 'ex-cat-cow'; name it like its file",
        r"ex-wall-sit\.yml, line \d+: is not readable YAML",
    ]
    errors = errors_of()
    assert [pattern for pattern in expected if not any(re.match(pattern, e) for e in errors)] == []
    assert len(errors) == len(expected)


@pytest.mark.parametrize(
    ("limb", "value", "expected"),
    [
        (
            "near_leg",
            {"hip": 0, "knee": -20},
            "near_leg.knee: ensure this value is greater than or equal to 0",
        ),
        (
            "far_arm",
            {"shoulder": 0, "elbow": 170},
            "far_arm.elbow: ensure this value is less than or equal to 150",
        ),
        ("near_leg", {"hip": 10}, "give either 'hip' and 'knee', or 'ankle_at' alone"),
        (
            "near_leg",
            {"hip": 10, "knee": 5, "ankle_at": [0, 7]},
            "give either 'hip' and 'knee', or 'ankle_at' alone",
        ),
        ("near_arm", {}, "give either 'shoulder' and 'elbow', or 'wrist_at' alone"),
    ],
)
def test_a_joint_must_be_possible_and_given_one_way(folder, errors_of, limb, value, expected):
    change(folder / "ex-walking.yml", lambda pose: pose["start"]["body"].update({limb: value}))
    assert any(expected in error for error in errors_of())


def test_an_empty_file_is_reported(folder, errors_of):
    (folder / "ex-plank.yml").write_text("")
    assert errors_of()[0].startswith("ex-plank.yml")


def test_labels_name_the_file_and_the_key(tmp_path):
    (tmp_path / "labels.yml").write_text("fell: Feel it here\n")
    with pytest.raises(ContentError) as raised:
        load_labels(tmp_path / "labels.yml")
    assert {e.split(":")[0] for e in raised.value.errors} == {"labels.yml, feel", "labels.yml, fell"}
