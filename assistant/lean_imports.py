"""Lets Rasa work without TensorFlow: half the memory, a third of the start-up time.

Rasa imports TensorFlow only for models and plots that this pipeline does not use. Their modules are
replaced by empty ones before Rasa is imported.
"""

import os
import sys
import types
import warnings
from importlib.metadata import version

RASA_VERSION = "3.6.21"
# module of Rasa: the names that other modules import from it
_REPLACED = {
    "rasa.utils.tensorflow.callback": ["RasaTrainingLogger", "RasaModelCheckpoint"],
    "rasa.utils.tensorflow.data_generator": ["RasaBatchDataGenerator", "RasaDataGenerator"],
    "rasa.utils.plotting": [
        "plot_paired_histogram", "plot_confusion_matrix", "plot_histogram", "plot_curve",
    ],
    "rasa.graph_components.validators.default_recipe_validator": ["DefaultV1RecipeValidator"],
}  # fmt: skip


def install() -> None:
    """Replace the modules. Call it before the first import of Rasa or spaCy.

    Raises:
        RuntimeError: Rasa is another version than the one this was written for, or already imported.
    """
    found = version("rasa")
    if found != RASA_VERSION:
        raise RuntimeError(f"The assistant is made for Rasa {RASA_VERSION}, but {found} is installed.")
    if "rasa" in sys.modules or "tensorflow" in sys.modules:
        raise RuntimeError("Call lean_imports.install() before Rasa or TensorFlow is imported.")
    # One message is too little work to share between threads: waiting for each other takes longer.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    sys.modules["tensorflow"] = None  # an import of it now fails at once, spaCy's own one included
    _silence_deprecations()
    for name, exported in _REPLACED.items():
        module = types.ModuleType(name)
        module.__dict__.update({export: type(export, (), {}) for export in exported})
        sys.modules[name] = module


def _silence_deprecations() -> None:
    """Keep the notices of pinned libraries about each other off the operator's screen."""
    import sanic.app  # noqa: F401  (its import switches deprecation warnings on again)

    warnings.resetwarnings()
    for category in (DeprecationWarning, PendingDeprecationWarning, UserWarning):
        warnings.simplefilter("ignore", category)
