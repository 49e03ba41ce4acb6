"""Where things are, relative to the project's folder."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODELS = ROOT / "models"
ENCODER_CACHE = MODELS / "encoder"
# Where `sciatica evaluate faq` draws the topics that are taken for another.
PICTURE = ROOT / "results" / "confusions.png"
