"""A link is proposed where name, type and place agree; whatever speaks against it is said."""

from __future__ import annotations

from typing import Any

import pytest

from shkc_kg.linking.candidate import Candidate, fold_all
from shkc_kg.linking.names import names_of
from shkc_kg.linking.proposals import Outcome, Proposal, decide, weigh
from shkc_kg.linking.spaces import Space, space_of
from shkc_kg.linking.subjects import Subject
from shkc_kg.names import Namer, iri_to_uri

WIKIDATA = space_of("http://www.wikidata.org/entity/")
ROR = space_of("https://ror.org/")
GEONAMES = space_of("https://sws.geonames.org/")
KINDS = {
    "University": ("University", "Institution", "Thing"),
    "GovernmentBody": ("GovernmentBody", "Institution", "Thing"),
    "District": ("District", "Region", "Thing"),
    "City": ("City", "Region", "Thing"),
    "Person": ("Person", "Thing"),
    "Museum": ("Museum", "Facility", "Thing"),
}


def thing(kind: str, label: str, *aliases: str, english: str = "", **more: Any) -> Subject:  # noqa: ANN401
    names = names_of(label, aliases, english, kind == "Person")
    return Subject(Namer().thing(label), label, names, KINDS[kind], **more)


def found(space: Space, id_: str, name: str, *names: str, **more: Any) -> Candidate:  # noqa: ANN401
    return Candidate(id_, f"{space.iri}{id_}", name, names, **more)


def decided(space: Space, subject: Subject, *candidates: Candidate) -> Proposal:
    return decide(subject, [weigh(subject, one, space) for one in candidates])


FUDAN = thing("University", "复旦大学", "复旦", english="Fudan University", country="CN")


def test_a_name_type_and_country_that_agree_are_proposed_with_reasons() -> None:
    one = found(ROR, "013q1eq08", "Fudan University", types=frozenset({"education"}), country="CN")
    proposal = decided(ROR, FUDAN, one)
    assert proposal.chosen is not None
    assert proposal.chosen.score == 100
    assert proposal.why == "the same as its name; of the right type; in the same country"


def test_another_name_of_the_candidate_counts_as_an_alias() -> None:
    one = found(ROR, "013q1eq08", "Fu-tan", "复旦大学", types=frozenset({"education"}))
    assert decided(ROR, FUDAN, one).ranked[0].score == 98


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"types": frozenset({"company"})}, "of another type (company)"),
        ({"country": "US", "description": "Springfield, United States"}, "elsewhere (Springfield, United States)"),
    ],
)
def test_another_type_or_country_is_a_reason_against(more: dict[str, Any], reason: str) -> None:
    proposal = decided(ROR, FUDAN, found(ROR, "x", "Fudan University", **more))
    assert proposal.outcome is Outcome.UNSURE
    assert reason in proposal.ranked[0].reasons
    assert proposal.why == "the best candidate has 70 of 90 points"


def test_where_types_have_no_end_another_type_says_nothing() -> None:
    proposal = decided(WIKIDATA, FUDAN, found(WIKIDATA, "Q1", "复旦大学", types=frozenset({"Q875538"})))
    assert proposal.outcome is Outcome.PROPOSED
    assert proposal.why == "the same as its name"


def test_two_that_are_as_good_as_each_other_are_none() -> None:
    """科技部 is China's; ROR has ministries of the same English name elsewhere."""
    ministry = thing("GovernmentBody", "科技部", english="Ministry of Science and Technology")
    same = [found(ROR, id_, "Ministry of Science and Technology", country=id_) for id_ in ("CN", "PK", "MM")]
    assert decided(ROR, ministry, *same).why == "3 candidates are as good as each other"
    at_home = thing("GovernmentBody", "科技部", english="Ministry of Science and Technology", country="CN")
    chosen = decided(ROR, at_home, *same).chosen
    assert chosen is not None
    assert chosen.candidate.id == "CN"


def test_a_name_alone_never_identifies_a_person() -> None:
    person = thing("Person", "张三", english="Zhang San")
    proposal = decided(WIKIDATA, person, found(WIKIDATA, "Q1", "张三", types=frozenset({"Q5"}), sure=True))
    assert (proposal.outcome, proposal.why) == (Outcome.UNSURE, "a name alone never identifies a person")


SHANGHAI = fold_all(["上海市", "上海", "Shanghai", "中国", "China"])


def district(label: str, english: str) -> Subject:
    return thing("District", label, label[:-1], english=english, country="CN", places=SHANGHAI)


def test_a_region_of_the_same_name_elsewhere_is_not_proposed() -> None:
    """松江 of another province: its own province is known and is not ours."""
    ours = district("松江区", "Songjiang District")
    here = found(GEONAMES, "1/", "Songjiang", "松江区", types=frozenset({"A.ADM3", "A"}), country="CN", places=SHANGHAI)
    there = found(
        GEONAMES,
        "2/",
        "Songjiang",
        "松江区",
        types=frozenset({"A.ADM3", "A"}),
        country="CN",
        places=fold_all(["Jilin"]),
    )
    chosen = decided(GEONAMES, ours, there, here).chosen
    assert chosen is not None
    assert chosen.candidate == here
    assert decided(GEONAMES, ours, there).outcome is Outcome.UNSURE


def test_a_region_of_which_nothing_is_known_is_not_proposed_by_name() -> None:
    ours = district("松江区", "Songjiang District")
    assert (
        decided(WIKIDATA, ours, found(WIKIDATA, "Q1", "松江区")).why == "nothing says that it is the place of that name"
    )


def test_places_that_are_items_agree_through_our_own_links() -> None:
    china = "http://www.wikidata.org/entity/Q148"
    ours = thing("University", "甲大学", country="CN", place_links=frozenset({china}))
    here = found(WIKIDATA, "Q1", "甲大学", country=china, places=frozenset({china}))
    assert "in the same region" in decided(WIKIDATA, ours, here).why
    japan = "http://www.wikidata.org/entity/Q17"
    there = found(WIKIDATA, "Q2", "甲大学", country=japan, places=frozenset({japan, "japan"}))
    assert decided(WIKIDATA, ours, there).outcome is Outcome.UNSURE


@pytest.mark.parametrize(
    ("subject", "space", "id_", "name"),
    [
        (thing("District", "宝山区", "宝山", english="Baoshan District"), WIKIDATA, "Q514796", "宝山区"),
        (thing("Person", "李骏", english="Li Jun"), WIKIDATA, "Q1", "李骏"),
        (thing("University", "浙大研究院"), WIKIDATA, "Q197543", "浙大研究院"),
        (thing("City", "大理", english="Dali"), GEONAMES, "1814093/", "Dali"),
        (
            thing("University", "上海交通大学", english="Shanghai Jiao Tong University"),
            WIKIDATA,
            "Q56612623",
            "上海交通大学",
        ),
    ],
)
def test_look_alikes_are_never_proposed(subject: Subject, space: Space, id_: str, name: str) -> None:
    proposal = decided(space, subject, found(space, id_, name, sure=True))
    assert proposal.outcome is Outcome.FORBIDDEN
    assert proposal.chosen is None
    assert proposal.why


def test_a_look_alike_that_is_known_by_name_only_is_never_proposed_either() -> None:
    museum = thing("Museum", "上海天文馆", english="Shanghai Astronomy Museum")
    assert decided(WIKIDATA, museum, found(WIKIDATA, "Q9", "上海天文博物馆")).outcome is Outcome.FORBIDDEN
    anhui = thing("City", "马鞍山市", "马鞍山", english="Maanshan", country="CN", places=fold_all(["安徽省", "Anhui"]))
    assert decided(GEONAMES, anhui, found(GEONAMES, "1/", "Ma On Shan", "马鞍山")).outcome is Outcome.FORBIDDEN


def test_what_a_person_turned_down_is_not_proposed_again() -> None:
    one = found(ROR, "x", "Fudan University")
    rejected = frozenset({(iri_to_uri(FUDAN.iri), one.iri)})
    assert weigh(FUDAN, one, ROR, rejected).barred == "turned down by a person"


def test_what_is_forbidden_comes_last_and_stops_no_other() -> None:
    ours = district("宝山区", "Baoshan District")
    bad = found(WIKIDATA, "Q514796", "宝山区", places=SHANGHAI)
    good = found(WIKIDATA, "Q7", "宝山区", places=SHANGHAI)
    proposal = decided(WIKIDATA, ours, bad, good)
    assert [one.candidate.id for one in proposal.ranked] == ["Q7", "Q514796"]
    assert proposal.outcome is Outcome.PROPOSED


def test_a_short_form_is_less_sure_than_the_name() -> None:
    assert weigh(FUDAN, found(WIKIDATA, "Q1", "复旦大学附属中学"), WIKIDATA).score < 90
    assert weigh(FUDAN, found(WIKIDATA, "Q1", "fudandaxue"), WIKIDATA).score < 90
