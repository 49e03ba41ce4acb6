"""Reads the YAML files, validates every record and cross-checks the ids, all errors at once."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from knowledge.base import KnowledgeBase
from knowledge.cards import UNCLEAR, UNKNOWN_COUNTRY, Card, Country
from knowledge.languages import Language
from knowledge.languages import check as check_languages
from knowledge.models import Exercise, Source, Stage, Topic
from knowledge.programme import (
    DiaryContent,
    ExportContent,
    Fit,
    PlanRules,
    Programme,
    Question,
    ReadinessContent,
    Reading,
    StageRule,
)
from knowledge.programme_check import check_programme
from knowledge.red_flags import Cues, RedFlags, SignGroup
from knowledge.vocabulary import Vocabulary
from knowledge.wording import Wording

CONTENT = Path(__file__).parent
M = TypeVar("M", bound=BaseModel)
# PyYAML's C parser reads the content some ten times faster; not every build of PyYAML has it.
YamlLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class ContentError(ValueError):
    """The content has mistakes. `errors` holds one line for each: file, key, what is wrong."""

    def __init__(self, errors: list[str]) -> None:
        super().__init__("\n".join(errors))
        self.errors = errors


class _Reader:
    """Reads files below one folder and collects what is wrong with them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.errors: list[str] = []
        self.origin: dict[str, str] = {}

    def records(self, path: Path) -> Iterator[Any]:
        """Yield the raw records of one file: the items of a list, or the one mapping it holds."""
        name = path.relative_to(self.folder)
        try:
            content = yaml.load(path.read_text(encoding="utf-8"), Loader=YamlLoader)
        except FileNotFoundError:
            self.errors.append(f"{name}: the file is missing")
            return
        except UnicodeDecodeError as error:
            self.errors.append(f"{name}: is not UTF-8 text ({error.reason})")
            return
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = f", line {mark.line + 1}" if mark else ""
            self.errors.append(f"{name}{line}: {getattr(error, 'problem', None) or error}")
            return
        if content is None:
            self.errors.append(f"{name}: the file is empty")
            return
        yield from content if isinstance(content, list) else [content]

    def read(self, model: type[M], *paths: Path) -> list[M]:
        """Return the valid records of the files, in file order."""
        return [m for path in paths for raw in self.records(path) for m in self._parse(model, raw, path)]

    def _parse(self, model: type[M], raw: Any, path: Path) -> Iterator[M]:
        name = str(path.relative_to(self.folder))
        if not isinstance(raw, dict):
            self.errors.append(f"{name}: expected a mapping with keys, found {str(raw)[:40]!r}")
            return
        record_id = str(raw.get("id", "(no id)"))
        try:
            record = model.parse_obj(raw)
        except ValidationError as error:
            for problem in error.errors():
                key = ".".join(str(part) for part in problem["loc"])
                self.errors.append(f"{name}, {record_id}, {key}: {problem['msg']}")
            return
        self.origin.setdefault(record_id, name)
        yield record


def load(folder: Path = CONTENT) -> KnowledgeBase:
    """Load and cross-check all content below `folder`.

    Raises:
        ContentError: with every mistake found, each with file and key.
    """
    reader = _Reader(folder)
    sources = reader.read(Source, folder / "sources.yml")
    topics = reader.read(Topic, *sorted(folder.glob("topics/*.yml")))
    exercises = reader.read(Exercise, *sorted(folder.glob("exercises/*.yml")))
    stages = reader.read(Stage, *sorted(folder.glob("stages/*.yml")))
    wording = reader.read(Wording, folder / "wording.yml")
    vocabulary = reader.read(Vocabulary, folder / "vocabulary.yml")
    cards = reader.read(Card, folder / "cards.yml")
    countries = reader.read(Country, folder / "contacts.yml")
    languages = reader.read(Language, folder / "languages.yml")
    red_flags = _read_red_flags(reader, folder / "red_flags")
    programme = _read_programme(reader, folder / "programme")
    errors = reader.errors or [
        *_cross_check(sources, topics, exercises, stages, reader.origin),
        *_check_cards(red_flags, cards, countries),
        *check_programme(programme, exercises, sources),
        *check_languages(languages),
    ]
    if errors:
        raise ContentError(errors)
    return KnowledgeBase(
        sources,
        topics,
        exercises,
        stages,
        wording[0],
        vocabulary[0],
        red_flags,
        cards,
        countries,
        programme,
        languages,
    )


def _read_red_flags(reader: _Reader, folder: Path) -> RedFlags | None:
    cues = reader.read(Cues, folder / "cues.yml")
    files = [path for path in sorted(folder.glob("*.yml")) if path.name != "cues.yml"]
    groups = reader.read(SignGroup, *files)
    if reader.errors:
        return None
    try:
        return RedFlags.combine(groups, cues[0])
    except ValidationError as error:
        reader.errors += [f"red_flags/: {problem['msg']}" for problem in error.errors()]
        return None


def _read_programme(reader: _Reader, folder: Path) -> Programme | None:
    questions = reader.read(Question, folder / "questions.yml")
    reading = reader.read(Reading, folder / "reading.yml")
    rules = reader.read(StageRule, folder / "rules.yml")
    fits = reader.read(Fit, folder / "fit.yml")
    plan = reader.read(PlanRules, folder / "plan.yml")
    diary = reader.read(DiaryContent, folder / "diary.yml")
    readiness = reader.read(ReadinessContent, folder / "readiness.yml")
    exports = reader.read(ExportContent, folder / "exports.yml")
    if reader.errors:
        return None
    return Programme(
        questions=questions,
        reading=reading[0],
        stage_rules=rules,
        fits={fit.exercise: fit for fit in fits},
        plan=plan[0],
        diary=diary[0],
        readiness=readiness[0],
        exports=exports[0],
    )


def _cross_check(
    sources: list[Source],
    topics: list[Topic],
    exercises: list[Exercise],
    stages: list[Stage],
    origin: dict[str, str],
) -> list[str]:
    """Return a line for each id that is used twice, or named without being defined."""
    items = [*topics, *exercises, *stages]
    item_ids = {item.id for item in items}
    errors = [
        f"{origin[i]}, {i}: the id is used {n} times; give each record its own"
        for i, n in Counter(record.id for record in [*sources, *items]).items()
        if n > 1
    ]

    def unknown(record_id: str, key: str, named: list[str], known: set[str]) -> None:
        errors.extend(
            f"{origin[record_id]}, {record_id}, {key}: there is no {name!r}"
            for name in named
            if name not in known
        )

    for item in items:
        unknown(item.id, "sources", item.sources, {s.id for s in sources})
        unknown(item.id, "related", item.related, item_ids - {item.id})
    for stage in stages:
        unknown(stage.id, "exercises", stage.exercises, {e.id for e in exercises})
    if sorted(s.number for s in stages) != [1, 2, 3, 4]:
        errors.append("stages/: there must be exactly one file for each stage 1 to 4")

    names = Counter(
        alias for record in [*exercises, *stages] for alias in {record.name.lower(), *record.aliases}
    )
    errors.extend(
        f"aliases: {alias!r} names {n} exercises or stages; a name must mean one of them"
        for alias, n in names.items()
        if n > 1
    )
    return errors


def _check_cards(red_flags: RedFlags, cards: list[Card], countries: list[Country]) -> list[str]:
    """Return a line for each sign without its card or with another level, and for missing numbers."""
    levels = {card.sign: card.level for card in cards}
    errors = [
        f"cards.yml: write a card of level {sign.level!r} for the sign {sign.id!r}"
        for sign in red_flags.signs
        if levels.get(sign.id) != sign.level
    ]
    asked = {UNCLEAR, *(sign.ask for sign in red_flags.signs if sign.ask)}
    asked |= {card.confirms for card in cards if card.confirms}
    errors += [f"cards.yml: the card {name!r} is missing" for name in sorted(asked - levels.keys())]
    if UNKNOWN_COUNTRY not in {place.country for place in countries}:
        errors.append(f"contacts.yml: the record {UNKNOWN_COUNTRY!r} is missing")
    errors += [
        f"contacts.yml, {place.country}: add an emergency number"
        for place in countries
        if not place.of("emergency")
    ]
    return errors
