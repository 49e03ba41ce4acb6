"""Fixtures of the pictures: all exercise ids, and the pose files in a place where a test may break them."""

import shutil

import pytest

from illustrations.loader import FOLDER, load_poses


@pytest.fixture(scope="session")
def exercise_ids(kb):
    return sorted(kb.exercises)


@pytest.fixture(scope="session")
def poses(exercise_ids):
    return load_poses(set(exercise_ids))


@pytest.fixture
def folder(tmp_path):
    """A copy of the pose files."""
    return shutil.copytree(FOLDER / "poses", tmp_path / "poses")
