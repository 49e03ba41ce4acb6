"""What the screen finds."""

from dataclasses import dataclass

from knowledge.red_flags import Sign


@dataclass(frozen=True)
class Finding:
    """A sign that a message mentions.

    Attributes:
        sign: the sign, with its level.
        status: `present` when reported as true now, else why it may not be (see
            `knowledge.red_flags.STATUSES`).
        words: the words that say so, as they were understood.
        sentence: index of the sentence they stand in.
        about_other: whether it is somebody else's.
    """

    sign: Sign
    status: str
    words: str
    sentence: int
    about_other: bool = False
