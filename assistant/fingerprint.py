"""A fingerprint of files, to know whether something was made from them as they are now."""

import hashlib
from pathlib import Path

from assistant.paths import ROOT

_READ = {".py", ".yml", ".npz"}


def of_files(*patterns: str, root: Path | None = None) -> str:
    """Return a hash over names and contents of the code, YAML and array files that match."""
    folder = root or ROOT
    digest = hashlib.sha256()
    for pattern in patterns:
        for path in sorted(folder.glob(pattern)):
            if path.is_file() and path.suffix in _READ:
                digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()
