"""What `rasa train` does, with the components that this project uses."""

import gc
import logging
import subprocess
import sys
from importlib import import_module

from assistant import lean_imports
from assistant.paths import ROOT

# module of Rasa that would import TensorFlow: what stands in for it
_STAND_INS = {
    "rasa.graph_components.validators.default_recipe_validator": "assistant.training.recipe_validator",
    "rasa.engine.recipes.default_components": "assistant.training.components",
}


def use_stand_ins() -> None:
    """Replace the modules of Rasa. Call it before the first import of Rasa."""
    lean_imports.install()
    for replaced, stand_in in _STAND_INS.items():
        sys.modules[replaced] = import_module(stand_in)


def main(name: str) -> int:
    """Train the project's model.

    Args:
        name: of the model's file, without its ending.

    Returns:
        Rasa's exit code; 0 is good.
    """
    gc.disable()  # Rasa copies all phrases several times; looking for cycles meanwhile takes seconds
    code = 1
    # Should it fail, the components embed their texts themselves.
    with subprocess.Popen([sys.executable, "-m", "assistant.training.ahead"], cwd=ROOT) as ahead:
        try:
            code = _train(name)
        finally:
            if code:
                ahead.terminate()
    return code


def _train(name: str) -> int:
    use_stand_ins()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    from rasa.model_training import train

    files = {"config": ROOT / "config.yml", "domain": ROOT / "domain.yml", "output": ROOT / "models"}
    result = train(
        **{option: str(file) for option, file in files.items()},
        training_files=[str(ROOT / "data")],
        fixed_model_name=name,
        core_additional_arguments={"augmentation_factor": 0},
    )
    return result.code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
