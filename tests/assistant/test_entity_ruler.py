"""Names from the knowledge base and measures are found in messages."""

import pytest

from assistant.nlu import entity_ruler


@pytest.fixture(scope="module")
def found(kb):
    nlp = entity_ruler.build(kb)

    def find(text):
        return [(e.label_, entity_ruler.value(e, kb.vocabulary)) for e in nlp(text).ents]

    return find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("how do I do the Bird Dog?", [("exercise", "ex-bird-dog")]),
        ("bird-dogs please", [("exercise", "ex-bird-dog")]),
        ("show me birddog", [("exercise", "ex-bird-dog")]),
        ("a wall sit or a plank", [("exercise", "ex-wall-sit"), ("exercise", "ex-plank")]),
        ("what about stage 2", [("stage", "stage-2")]),
        ("the third phase", [("stage", "stage-3")]),
        ("Stage-four?", [("stage", "stage-4")]),
        ("pain in my lower back and toes", [("body_part", "lower back"), ("body_part", "toes")]),
        ("about a seven", [("number", 7)]),
        ("it is 5 today", [("number", 5)]),
        ("for three weeks", [("duration", "three weeks")]),
        ("a couple of months", [("duration", "a couple of months")]),
        ("what should I wear?", []),
    ],
)
def test_entities(found, text, expected):
    assert found(text) == expected


def test_every_name_of_every_exercise_is_found(kb, found):
    for exercise in kb.exercises.values():
        for name in (exercise.name, *exercise.aliases):
            assert ("exercise", exercise.id) in found(f"show me the {name} please"), name


def test_a_new_exercise_is_found_without_new_code(kb):
    new = kb.exercises["ex-plank"].copy(
        update={"id": "ex-clam", "name": "Clamshell", "aliases": ["clam shell"]}
    )
    extended = type(kb).__new__(type(kb))
    extended.__dict__ = {**kb.__dict__, "exercises": {**kb.exercises, "ex-clam": new}}
    entities = entity_ruler.build(extended)("how do I do the clamshell?").ents
    assert [(e.label_, e.ent_id_) for e in entities] == [("exercise", "ex-clam")]
