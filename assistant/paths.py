"""Where things are, relative to the project's folder."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODELS = ROOT / "models"
ENCODER_CACHE = MODELS / "encoder"
