"""Answers kept on disk, so that a second run asks nobody twice, and a third can do without a network."""

from __future__ import annotations

import hashlib
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["Cache"]

Json = Any


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of answers, a file each, named by the SHA-256 of what was asked."""

    folder: Path

    def get(self, *asked: Json) -> Json | None:
        """What was answered; ``None`` where nothing was, or where the file is damaged."""
        try:
            kept = json.loads(self._path(asked).read_bytes())
        except (OSError, ValueError):
            return None
        return kept["answer"] if isinstance(kept, dict) and kept.get("asked") == list(asked) else None

    def put(self, answer: Json, *asked: Json) -> None:
        """Keeps an answer, whole or not at all."""
        path = self._path(asked)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"asked": asked, "answer": answer}, ensure_ascii=False, indent=1)
        with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as draft:
            draft.write(text)
        Path(draft.name).replace(path)

    def _path(self, asked: tuple[Json, ...]) -> Path:
        digest = hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()
        return self.folder / digest[:2] / f"{digest}.json"
