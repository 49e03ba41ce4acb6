"""How long the screen for warning signs takes, without the embedding.

Run: .venv/bin/python benchmarks/screening_speed.py

Prints the median for messages of about 20 words, and how the time grows where a text doubles (2 is
linear). On a shared machine only the ratios of one run hold.
"""

import statistics
import time
from pathlib import Path

import yaml

import knowledge
from triage import Screen

MESSAGES = Path(__file__).with_name("red_flags.yml")
WORDS = range(17, 24)
REPEATS = 3
LENGTHS = (2_500, 5_000, 10_000, 20_000)
LOOPS = 5


def milliseconds(screen: Screen, text: str, repeats: int) -> float:
    """Return the fastest of several readings of a text."""
    taken = []
    for _ in range(repeats):
        started = time.perf_counter()
        screen(text)
        taken.append(1000 * (time.perf_counter() - started))
    return min(taken)


def main() -> None:
    """Measure and print."""
    screen = Screen(knowledge.load().red_flags)
    texts = [m["text"] for m in yaml.safe_load(MESSAGES.read_text())]
    usual = [text for text in texts if len(text.split()) in WORDS]
    times = [milliseconds(screen, text, REPEATS) for text in usual]
    median = statistics.median(times)
    print(f"{len(usual)} messages of {WORDS.start} to {WORDS.stop - 1} words: median {median:.2f} ms")
    for name, text in (
        ("messages", " ".join(texts)),
        ("without full stops", " ".join(texts).replace(".", " ")),
    ):
        long = [milliseconds(screen, (text * 9)[:length], LOOPS) for length in LENGTHS]
        growth = ", ".join(f"{b / a:.2f}" for a, b in zip(long, long[1:]))
        print(f"{name}: {LENGTHS[-1]} characters take {long[-1]:.0f} ms; each doubling times {growth}")


if __name__ == "__main__":
    main()
