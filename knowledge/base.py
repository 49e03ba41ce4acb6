"""The loaded content, with the look-ups that actions and components need."""

from knowledge.cards import Card, Country
from knowledge.languages import Language
from knowledge.models import Exercise, Item, Source, Stage, Topic
from knowledge.programme import Programme
from knowledge.red_flags import RedFlags
from knowledge.vocabulary import Vocabulary
from knowledge.wording import Wording


class KnowledgeBase:
    """All topics, exercises, stages and sources, by id. Made by `knowledge.load`."""

    def __init__(
        self,
        sources: list[Source],
        topics: list[Topic],
        exercises: list[Exercise],
        stages: list[Stage],
        wording: Wording,
        vocabulary: Vocabulary,
        red_flags: RedFlags,
        cards: list[Card],
        countries: list[Country],
        programme: Programme,
        languages: list[Language],
    ) -> None:
        self.sources = {source.id: source for source in sources}
        self.topics = {topic.id: topic for topic in topics}
        self.exercises = {exercise.id: exercise for exercise in exercises}
        self.stages = {stage.id: stage for stage in sorted(stages, key=lambda s: s.number)}
        self.wording = wording
        self.vocabulary = vocabulary
        self.red_flags = red_flags
        self.cards = {card.sign: card for card in cards}
        self.countries = {place.country: place for place in countries}
        self.programme = programme
        self.languages = {language.id: language for language in languages}
        self.items: dict[str, Item] = {**self.topics, **self.exercises, **self.stages}

    def item(self, item_id: str | None) -> Item | None:
        """Return the topic, exercise or stage with this id, or None."""
        return self.items.get(item_id or "")

    def related(self, item: Item) -> list[Item]:
        """Return what a person would ask next after `item`."""
        return [self.items[name] for name in item.related]

    def sources_of(self, item: Item) -> list[Source]:
        """Return the sources of `item`, the most important first."""
        return [self.sources[name] for name in item.sources]

    def next_exercise(self, current: str | None, shown: list[str]) -> Exercise:
        """Return another exercise for somebody who has just seen `current`.

        Same stage first, then stage by stage; what was already shown comes last.

        Args:
            current: id of the exercise in focus, None where there is none.
            shown: ids already shown in this conversation, oldest first.
        """
        focus = self.exercises.get(current or "")
        stage = focus.stages[0] if focus else 1
        candidates = [e for e in self.exercises.values() if e is not focus]

        def order(exercise: Exercise) -> tuple[int, int]:
            seen = shown.index(exercise.id) + 1 if exercise.id in shown else 0
            return seen, min(abs(s - stage) for s in exercise.stages)

        return min(candidates, key=order)

    def names(self) -> dict[str, dict[str, str]]:
        """Return what exercises and stages are called: kind, then lower-case name to id."""
        found: dict[str, dict[str, str]] = {"exercise": {}, "stage": {}}
        for kind, records in (("exercise", self.exercises), ("stage", self.stages)):
            for record in records.values():
                for name in (record.name.lower(), *record.aliases):
                    found[kind][name] = record.id
        return found
