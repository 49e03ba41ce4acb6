"""How well the trained model tells questions apart and declines the rest, on the public benchmarks.

Import this after `lean_imports.install()`.
"""

import math
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import knowledge
from actions.understanding import Message, asked_item, asked_labels, sub_intent
from assistant.evaluation import Row, counted, parsed, records, worst_first
from assistant.paths import PICTURE, ROOT

QUESTIONS = ROOT / "benchmarks" / "questions.yml"
OUT_OF_SCOPE = ROOT / "benchmarks" / "out_of_scope.yml"
FAQ = "faq/"
# Between the labels of a message that was understood as several questions.
AND = " + "
# Intents whose reply teaches something.
_TAUGHT = {"faq", "exercise_detail", "another_exercise"}
# Intents that meet a kind beside `out_of_scope/<kind>`.
_SMALL_TALK = {"chitchat", "greet", "goodbye", "thanks", "bot_challenge", "capabilities"}
_ALSO_MET_BY = {
    "chitchat": _SMALL_TALK,
    "gibberish": {"nlu_fallback"},
    "human": {"human_handover"},
}
# Of the picture: inches of a cell and of the least side, dots an inch, the least count that is darkest.
_CELL, _LEAST, _DPI, _DARK = 0.3, 4.0, 120, 4
# A record of a benchmark with the label that was understood.
Judged = list[tuple[dict[str, Any], str]]


def understood(texts: list[str], model: str) -> list[str]:
    """Return the full label that a model gives to each text (see `label`)."""
    kb = knowledge.load()
    return [label(kb, message) for message in parsed(texts, model)]


def label(kb: knowledge.KnowledgeBase, message: Message) -> str:
    """Return what a parsed message is answered as: `faq/why-pt`, `bot_challenge`, `nlu_fallback`.

    Labels of several questions in one message are joined by `AND`, in the order of their answers.
    """
    if several := asked_labels(message):
        return AND.join(several)
    intent = message["intent"]["name"]
    # As the action does: the name of an exercise or a stage decides between items of one kind.
    item = asked_item(kb, message) if intent == "faq" else None
    key = item.id if item else sub_intent(message, intent)
    return f"{intent}/{key}" if key else intent


def tables(what: str, model: str) -> dict[str, list[Row]]:
    """Return title and rows of each table of a benchmark, and draw the picture of the confusions.

    Args:
        what: `faq` or `oos`.
        model: path of the trained model.
    """
    asked = records(QUESTIONS if what == "faq" else OUT_OF_SCOPE)
    found = understood([record["text"] for record in asked], model)
    judged = list(zip(asked, found))
    if what == "oos":
        return out_of_scope_tables(judged)
    heat_map([(record["topic"], answered) for record, answered in judged], PICTURE)
    return question_tables(judged)


def question_tables(judged: Judged) -> dict[str, list[Row]]:
    """Return title and rows (name, hits, n) of each table about questions of the knowledge base.

    In the last table `hits` of the `n` questions about a topic were understood as the other label.
    """
    overall, styles, topics = (defaultdict(list) for _ in range(3))
    for record, found in judged:
        asked = FAQ + record["topic"]
        overall["its topic alone"].append(found == asked)
        overall["its topic among the answers"].append(asked in found.split(AND))
        styles[record["style"]].append(found == asked)
        topics[record["topic"]].append(found == asked)
    pairs = confusions([(record["topic"], found) for record, found in judged])
    missed = {topic: hits for topic, hits in topics.items() if not all(hits)}
    return {
        "Questions": counted(overall),
        "By style": worst_first(styles),
        "By topic, those missed at least once": worst_first(missed),
        "Asked → understood": [
            (f"{asked} → {other.removeprefix(FAQ)}", count, len(topics[asked]))
            for (asked, other), count in pairs.most_common()
        ],
    }


def out_of_scope_tables(judged: Judged) -> dict[str, list[Row]]:
    """Return title and rows (name, hits, n) of each table about what is not to be taught."""
    overall, spared, met = (defaultdict(list) for _ in range(3))
    for record, found in judged:
        kind, intents = record["kind"], {part.partition("/")[0] for part in found.split(AND)}
        taught = bool(intents & _TAUGHT)
        right = found == f"out_of_scope/{kind}" or intents <= _ALSO_MET_BY.get(kind, set())
        overall["not answered with a fact"].append(not taught)
        overall["understood as its kind"].append(right)
        spared[kind].append(not taught)
        met[kind].append(right)
    titles = "Out of scope", "Not answered with a fact", "Understood as its kind"
    return dict(zip(titles, (counted(overall), worst_first(spared), worst_first(met))))


def confusions(pairs: list[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """Count the labels that were understood in place of, or beside, the topic that was asked for.

    Args:
        pairs: topic and understood label of each question, also of those that were understood.
    """
    return Counter(
        (asked, other) for asked, found in pairs for other in found.split(AND) if other != FAQ + asked
    )


def heat_map(pairs: list[tuple[str, str]], file: Path) -> None:
    """Draw which topic was taken for which other one, the most often confused on top; writes a PNG.

    Args:
        pairs: as for `confusions`.
        file: where the picture goes.
    """
    from matplotlib.figure import Figure  # heavy; pyplot would look for a screen

    counts = Counter({pair: n for pair, n in confusions(pairs).items() if pair[1].startswith(FAQ)})
    rows = [asked for asked, _ in Counter(asked for asked, _ in counts.elements()).most_common()]
    # In the order in which the rows come to them, so that what belongs together lies together.
    columns = list(dict.fromkeys(other for row in rows for asked, other in counts if asked == row))

    axes = Figure([max(_LEAST, _CELL * len(side)) for side in (columns, rows)]).add_subplot()
    # Cells without a count are NaN, which stays white; the colours are even to colour-blind eyes.
    cells = [[counts.get((row, column), math.nan) for column in columns] for row in rows] or [[math.nan]]
    darkest = max([_DARK, *counts.values()])
    axes.imshow(cells, cmap="cividis_r", vmin=1, vmax=darkest, zorder=1)
    for (row, column), n in counts.items():
        colour = "white" if n > darkest / 2 else "black"
        axes.text(columns.index(column), rows.index(row), n, color=colour, ha="center", va="center")
    axes.set_xticks(range(len(columns)), [c.removeprefix(FAQ) for c in columns], rotation=90)
    axes.set_yticks(range(len(rows)), rows)
    axes.grid(color="0.9")
    title = f"Topics taken for another: {counts.total()} times in {len(pairs)} questions"
    axes.set(title=title, xlabel="understood", ylabel="asked", axisbelow=True)
    file.parent.mkdir(parents=True, exist_ok=True)
    axes.figure.savefig(file, dpi=_DPI, bbox_inches="tight")
