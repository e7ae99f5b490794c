"""A client of any W3C Reconciliation Service (API 0.1 and 0.2), which believes nothing that it is told."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from shkc_kg.errors import ServiceError
from shkc_kg.linking.cache import Cache
from shkc_kg.linking.candidate import Candidate, fold_all, one_line
from shkc_kg.linking.http import Web
from shkc_kg.linking.spaces import Space, space_of
from shkc_kg.linking.subjects import Subject

__all__ = ["Service"]

Json = Any
Query = dict[str, Json]

_BATCH: Final = 25
_CANDIDATES: Final = 6
_ALIASES: Final = 4
_PAGES: Final = 20
_EXTENDED: Final = 50


@dataclass
class Service:
    """The service at ``url``; with a cache, each query is sent once and never again."""

    url: str
    web: Web
    cache: Cache | None = None
    sent: int = field(default=0, init=False)

    @cached_property
    def manifest(self) -> Mapping[str, Json]:
        """What the service says of itself; a :class:`ServiceError` where that is no manifest."""
        told = self._kept(lambda: self.web.get(self.url), "manifest")
        for key in ("identifierSpace", "schemaSpace"):
            if not isinstance(told, dict) or not isinstance(told.get(key), str):
                raise ServiceError(self.url, f"no reconciliation service: its manifest has no {key}", "check the URL")
        return dict(told)

    @property
    def space(self) -> Space:
        """The space of the service's identifiers."""
        return space_of(self.manifest["identifierSpace"])

    def candidates(self, subjects: Sequence[Subject]) -> Iterator[tuple[Subject, tuple[Candidate, ...]]]:
        """The candidates of each subject by any of its names, with their places where the service can tell."""
        for start in range(0, len(subjects), _BATCH):
            part = subjects[start : start + _BATCH]
            queries = [self._queries(subject) for subject in part]
            answers = iter(self.ask([query for some in queries for query in some]))
            found = [_merged(next(answers) for _ in some) for some in queries]
            placed = self._placed([one for some in found for one in some])
            yield from (
                (subject, tuple(placed[one.id] for one in some)) for subject, some in zip(part, found, strict=True)
            )

    def ask(self, queries: Sequence[Query]) -> list[tuple[Candidate, ...]]:
        """The candidates of each query, best first as the service has it."""
        known: dict[str, Json] = {}
        for query in queries:
            key = json.dumps(query, sort_keys=True, ensure_ascii=False)
            if key not in known:
                known[key] = self.cache.get("query", self.url, query) if self.cache else None
        waiting = [key for key, answer in known.items() if answer is None]
        size = self._batch_size
        while waiting:
            part, waiting = waiting[:size], waiting[size:]
            for key, answer in zip(part, self._send([json.loads(key) for key in part]), strict=True):
                known[key] = answer
                if self.cache:
                    self.cache.put(answer, "query", self.url, json.loads(key))
        return [
            tuple(self._candidate(one) for one in known[json.dumps(query, sort_keys=True, ensure_ascii=False)])
            for query in queries
        ]

    def search(self, text: str) -> Iterator[Candidate]:
        """What the service suggests for a text, page after page; a service without suggestions is queried once."""
        place = self.manifest.get("suggest", {}).get("entity")
        if not isinstance(place, dict):
            yield from self.ask([{"query": text, "limit": 4 * _CANDIDATES}])[0]
            return
        url = str(place.get("service_url", "")) + str(place.get("service_path", ""))
        seen: set[str] = set()
        for _ in range(_PAGES):
            page = self._suggested(url, text, len(seen))
            new = [one for one in page if one.id not in seen]
            # A page that brings nothing new is the last: some services ignore the cursor and repeat themselves.
            if not new:
                return
            seen |= {one.id for one in new}
            yield from new

    @property
    def _batch_size(self) -> int:
        stated = self.manifest.get("batchSize")
        return max(1, min(_BATCH, stated)) if isinstance(stated, int) else _BATCH

    def _queries(self, subject: Subject) -> list[Query]:
        """A query for each name, with the type and the country where the space has words for them."""
        more: Query = {"limit": _CANDIDATES}
        if types := self.space.types(subject.kinds):
            more |= {"type": list(types), "type_strict": "should"}
        homes = sorted(link for link in subject.place_links if link.startswith(self.space.iri))
        if homes and (self.space.country or self.space.within):
            ids = [{"id": link.removeprefix(self.space.iri)} for link in homes]
            more["properties"] = [{"pid": pid, "v": ids} for pid in (self.space.within or self.space.country)[:1]]
        return [{"query": name, **more} for name in subject.written[: _ALIASES + 2]]

    def _send(self, queries: Sequence[Query]) -> list[Json]:
        keyed = {f"q{n}": query for n, query in enumerate(queries)}
        told = self.web.post(self.url, {"queries": json.dumps(keyed, ensure_ascii=False)})
        self.sent += len(queries)
        if not isinstance(told, dict):
            raise self._strange("an answer that is no batch of results")
        return [self._result(told.get(key)) for key in keyed]

    def _result(self, told: Json) -> Json:
        result = told.get("result") if isinstance(told, dict) else None
        if not isinstance(result, list):
            raise self._strange("a query without result")
        for one in result[: 4 * _CANDIDATES]:
            self._candidate(one)
        return result[: 4 * _CANDIDATES]

    def _candidate(self, told: Json) -> Candidate:
        if not isinstance(told, dict) or not isinstance(told.get("id"), str) or not isinstance(told.get("name"), str):
            raise self._strange("a candidate without id and name")
        score = told.get("score", 0)
        if isinstance(score, bool) or not isinstance(score, int | float) or not math.isfinite(score):
            raise self._strange("a candidate whose score is no number")
        iri = self.space.expand(told["id"])
        if iri is None:
            raise self._strange("a candidate whose id is empty")
        types = told.get("type") or told.get("notable") or []
        ids = [one.get("id") if isinstance(one, dict) else one for one in types] if isinstance(types, list) else []
        return Candidate(
            id=told["id"],
            iri=iri,
            name=one_line(told["name"]),
            types=frozenset(one for one in ids if isinstance(one, str)),
            description=one_line(str(told.get("description") or "")),
            sure=told.get("match") is True,
        )

    def _placed(self, found: Sequence[Candidate]) -> dict[str, Candidate]:
        """The candidates with where they are, as the service's data extension tells it."""
        held = {one.id: one for one in found}
        pids = [*self.space.country, *self.space.within]
        if not pids or not isinstance(self.manifest.get("extend"), dict):
            return held
        ids = list(held)
        for start in range(0, len(ids), _EXTENDED):
            rows = self._rows(ids[start : start + _EXTENDED], pids)
            for id_, row in rows.items():
                held[id_] = self._with_places(held[id_], row)
        return held

    def _rows(self, ids: Sequence[str], pids: Sequence[str]) -> Mapping[str, Mapping[str, Json]]:
        query = {"ids": list(ids), "properties": [{"id": pid} for pid in pids]}
        form = {"extend": json.dumps(query, ensure_ascii=False)}
        told = self._kept(lambda: self.web.post(self.url, form), "extend", query)
        rows = told.get("rows") if isinstance(told, dict) else None
        if not isinstance(rows, dict) or not all(isinstance(row, dict) for row in rows.values()):
            raise self._strange("an answer that is no data extension")
        return {id_: rows[id_] for id_ in ids if id_ in rows}

    def _with_places(self, candidate: Candidate, row: Mapping[str, Json]) -> Candidate:
        def held(pids: Sequence[str]) -> list[str]:
            cells = [cell for pid in pids for cell in (row.get(pid) or []) if isinstance(cell, dict)]
            ids = [self.space.expand(cell["id"]) or "" for cell in cells if isinstance(cell.get("id"), str)]
            names = [str(cell.get("name") or cell.get("str") or "") for cell in cells]
            return [*ids, *fold_all(names)]

        country = next(iter(held(self.space.country)), "")
        places = frozenset(filter(None, (*held(self.space.within), *held(self.space.country))))
        return Candidate(
            candidate.id,
            candidate.iri,
            candidate.name,
            types=candidate.types,
            country=country,
            places=places,
            description=candidate.description,
            sure=candidate.sure,
        )

    def _suggested(self, url: str, text: str, cursor: int) -> list[Candidate]:
        parameters = {"prefix": text} | ({"cursor": str(cursor)} if cursor else {})
        told = self._kept(lambda: self.web.get(url, parameters), "suggest", url, parameters)
        result = told.get("result") if isinstance(told, dict) else None
        if not isinstance(result, list):
            raise self._strange("suggestions without result")
        return [self._candidate(one) for one in result]

    def _kept(self, fetch: Any, *asked: Json) -> Json:  # noqa: ANN401 - JSON is anything
        """From the cache, else fetched and kept."""
        answer = self.cache.get(*asked, self.url) if self.cache else None
        if answer is None:
            answer = fetch()
            if self.cache:
                self.cache.put(answer, *asked, self.url)
        return answer

    def _strange(self, what: str) -> ServiceError:
        return ServiceError(self.url, what, "report it to whoever runs the service")


def _merged(answers: Iterator[tuple[Candidate, ...]]) -> list[Candidate]:
    """The candidates of several names of one thing, each once."""
    found: dict[str, Candidate] = {}
    for some in answers:
        for one in some:
            if one.id not in found or one.sure:
                found[one.id] = one
    return list(found.values())
