"""The words of the channel (`words.yml`): errors, the emergency line, questions to begin with."""

from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, Extra, ValidationError, validator

from knowledge import ContentError

FILE = Path(__file__).with_name("words.yml")
# HTTP status of each error.
STATUS = {
    "bad_request": 400,
    "unknown_session": 401,
    "not_found": 404,
    "file_gone": 404,
    "too_long": 413,
    "too_many": 429,
    "failed": 500,
    "not_deleted": 503,
    "starting": 503,
}


class Words(BaseModel):
    """Everything in `words.yml`."""

    class Config:
        extra = Extra.forbid
        frozen = True

    emergency_line: str
    emergency: str
    errors: dict[str, str]
    examples: list[str]

    @validator("errors")
    def _one_for_each_status(cls, value: dict[str, str]) -> dict[str, str]:
        if value.keys() != STATUS.keys():
            raise ValueError(f"needs exactly these keys: {', '.join(STATUS)}")
        return value


@lru_cache(maxsize=1)
def words(file: Path = FILE) -> Words:
    """Return the words, read once.

    Raises:
        ContentError: with a line for each mistake.
    """
    try:
        return Words.parse_obj(yaml.safe_load(file.read_text(encoding="utf-8")))
    except yaml.YAMLError as error:
        raise ContentError([f"assistant/channel/{file.name}: {error}"]) from error
    except ValidationError as error:
        raise ContentError(
            [
                f"assistant/channel/{file.name}, {'.'.join(map(str, problem['loc']))}: {problem['msg']}"
                for problem in error.errors()
            ]
        ) from error
