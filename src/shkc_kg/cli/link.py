"""``shkc-kg link``: proposes links to open data, and keeps what a person made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import click
import platformdirs

from shkc_kg.cli.options import store_option
from shkc_kg.cli.streams import example, write
from shkc_kg.cli.table import table as as_table
from shkc_kg.errors import QueryError
from shkc_kg.knowledge import KnowledgeGraph
from shkc_kg.knowledge import open as open_graph
from shkc_kg.linking.cache import Cache
from shkc_kg.linking.candidate import Source
from shkc_kg.linking.geonames import geonames
from shkc_kg.linking.http import Manners, Web
from shkc_kg.linking.proposals import Outcome, Proposal, propose
from shkc_kg.linking.review import HELP, Judgement, Review
from shkc_kg.linking.ror import ror
from shkc_kg.linking.service import Service
from shkc_kg.linking.sssom import Line, judged, proposed, read_lines, rejections, table, write_table
from shkc_kg.linking.subjects import Subject, subjects

__all__ = ["link"]

# What a report counts is its own; the rest of the things may be known elsewhere.
_NOT_ELSEWHERE: Final = frozenset({"Indicator"})
_FILE: Final = click.Path(exists=True, dir_okay=False, path_type=Path)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Which things to look for."""

    names: tuple[str, ...]
    kinds: tuple[str, ...]
    again: bool
    limit: int | None


@click.command(
    epilog=example(
        "shkc-kg link --service https://wikidata.reconci.link/zh/api --kind Museum",
        "shkc-kg link --ror ror-data.json --format table",
        "shkc-kg link --geonames CN.txt --review --out places.sssom.tsv",
    )
)
@click.option("--service", metavar="URL", help="A W3C reconciliation service; Wikidata's is the one most used.")
@click.option("--ror", "ror_file", type=_FILE, help="A dump of ROR: the .json file.")
@click.option("--geonames", "geonames_file", type=_FILE, help="A dump of GeoNames: CN.txt and the like.")
@click.option("--review", is_flag=True, help="Ask about each thing; answers go to --out at once.")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="The SSSOM file to write.  [default: stdout]"
)
@click.option("--format", "form", type=click.Choice(["sssom", "table"]), default="sssom", show_default=True)
@click.option("--name", "names", multiple=True, metavar="NAME", help="Only this thing; may be repeated.")
@click.option("--kind", "kinds", multiple=True, metavar="CLASS", help="Only things of this class, as University.")
@click.option("--again", is_flag=True, help="Things too that are linked there already.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Only the N things most spoken of.")
@click.option("--reviewer", default="", metavar="NAME", help="Who reviews, for the file.")
@click.option("--cache", type=click.Path(file_okay=False, path_type=Path), help="Where answers are kept.")
@click.option("--offline", is_flag=True, help="Ask nobody: answers come from the cache.")
@click.option("--rate", type=click.FloatRange(0.01), default=2.0, show_default=True, help="Requests a second, at most.")
@click.option("--timeout", type=click.FloatRange(0.1), default=20.0, show_default=True, help="Seconds for an answer.")
@store_option
def link(
    service: str | None,
    ror_file: Path | None,
    geonames_file: Path | None,
    review: bool,
    out: Path | None,
    form: str,
    cache: Path | None,
    offline: bool,
    rate: float,
    timeout: float,
    reviewer: str,
    store: Path | None,
    **wanted: object,
) -> None:
    """Look for the things of the graph elsewhere. A link is proposed only where nothing speaks against it.

    Give one of --service, --ror and --geonames. What data/links/never.tsv forbids is never proposed.
    """
    if sum(given is not None for given in (service, ror_file, geonames_file)) != 1:
        raise click.UsageError("Give one of --service, --ror and --geonames.")
    if review and out is None:
        raise click.UsageError("Say with --out where the answers of --review go.")
    web = Web(Manners(timeout=timeout, rate=rate), offline=offline)
    kept = Cache(cache or platformdirs.user_cache_path("shkc-kg") / "link")
    source = _source(service, ror_file, geonames_file, web, kept)
    kg = open_graph(store)
    base, done = str(kg.generation.build["base"]), read_lines(out) if out else []
    things = _things(kg, source, _Wanted(**wanted), done)  # type: ignore[arg-type]  # click gives what the options say
    found = propose(source, things, rejections(out))
    try:
        if review and out is not None:
            _review(Review(source, _ask, _say, _keeper(out, done, base, source, reviewer), rejections(out)), found)
        else:
            _propose(list(found), source, base, out, form)
    finally:
        web.close()


def _source(service: str | None, ror_file: Path | None, geonames_file: Path | None, web: Web, kept: Cache) -> Source:
    if service is not None:
        return Service(service, web, kept)
    if ror_file is not None:
        return ror(ror_file)
    assert geonames_file is not None  # noqa: S101 - one of the three is given
    return geonames(geonames_file)


def _things(kg: KnowledgeGraph, source: Source, wanted: _Wanted, done: Sequence[Line]) -> list[Subject]:
    """The things to look for: those asked for that are not linked or judged yet.

    Those of this file's own ``done`` are left out too, so that a review goes on where it ended.
    """
    iris = {_iri(kg, name) for name in wanted.names}
    judged_already = {line["subject_label"] for line in done}
    chosen = [
        one
        for one in subjects(kg)
        if (not iris or one.iri in iris)
        and (not wanted.kinds or not set(wanted.kinds).isdisjoint(one.kinds))
        and (iris or wanted.kinds or _NOT_ELSEWHERE.isdisjoint(one.kinds))
        and (iris or wanted.again or not any(target.startswith(source.space.iri) for target in one.links))
        and one.label not in judged_already
    ]
    return chosen[: wanted.limit]


def _iri(kg: KnowledgeGraph, name: str) -> str:
    iri = kg.find(name)
    if iri is None:
        raise QueryError(f"nothing in the graph is {name}; look for a part of it with: shkc-kg explain --search")
    return iri


def _propose(found: Sequence[Proposal], source: Source, base: str, out: Path | None, form: str) -> None:
    if form == "table":
        text = as_table(("thing", "", "candidate", "score", "why"), list(_rows(found)))
    else:
        lines = [proposed(p.subject, p.chosen, base, source.space) for p in found if p.chosen]
        text = table(lines, base, source.space)
    if out is None:
        write(text)
    else:
        write_table(out, text)
    counts = Counter(proposal.outcome for proposal in found)
    click.echo(f"{len(found)} things: {', '.join(f'{counts[one]} {one}' for one in Outcome)}", err=True)


def _rows(found: Iterable[Proposal]) -> Iterator[tuple[str, ...]]:
    for proposal in found:
        name, outcome = proposal.subject.label, str(proposal.outcome)
        if not proposal.ranked:
            yield name, outcome, "", "", proposal.why
        for number, one in enumerate(proposal.ranked[:3]):
            why = f"never: {one.barred}" if one.barred else "; ".join(one.reasons)
            if not number and not proposal.chosen:
                why = f"{why} ({proposal.why})" if not one.barred else why
            shown = f"{one.candidate.name} <{one.candidate.iri}>"
            yield ("" if number else name), ("" if number else outcome), shown, f"{one.score:.1f}", why


def _review(review: Review, found: Iterable[Proposal]) -> None:
    _say(HELP)
    answered = review.walk(found)
    _say(f"{answered} things answered")


def _keeper(out: Path, done: list[Line], base: str, source: Source, reviewer: str) -> _Keeper:
    return _Keeper(out, list(done), base, source, reviewer)


@dataclass(frozen=True, slots=True)
class _Keeper:
    """Writes the whole file anew after every answer, so that there is always one, and always whole."""

    out: Path
    lines: list[Line]
    base: str
    source: Source
    reviewer: str

    def __call__(self, judgements: Sequence[Judgement]) -> None:
        day = date.today()
        self.lines.extend(
            judged(
                one.proposal.subject,
                one.weighed,
                self.base,
                self.source.space,
                predicate=one.predicate,
                reviewer=self.reviewer,
                day=day,
            )
            for one in judgements
        )
        write_table(self.out, table(self.lines, self.base, self.source.space))


def _ask(hint: str) -> str:
    try:
        answer: str = click.prompt(hint, default="", show_default=False, prompt_suffix=" > ", err=True)
    except click.Abort:
        _say("")  # so that what is said next has a line of its own
        raise
    return answer


def _say(line: str) -> None:
    click.echo(line, err=True)
