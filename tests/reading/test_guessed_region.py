"""A region that only the places named suggest supports nothing for an office whose place is not told."""

from __future__ import annotations

from shkc_kg.model import Reading, Source
from shkc_kg.reading import read

ITEMS = "一是全力推进东泽海洋科技创新中心建设。\n二是举办东泽创新大会。\n宁波市科技局参加。宁波市新增企业9家。宁波市有宁波大学。"


def reading(title: str) -> Reading:
    return read(Source("x", "01", f"{title}\n\n{ITEMS}", "", "", None, None))


def told(title: str) -> set[tuple[str, str]]:
    return {(f.subject, f.predicate) for f in reading(title).facts if f.evidence.rule in ("support", "hold:organizer")}


def test_a_title_with_the_place_lets_its_region_act() -> None:
    assert ("宁波市", "shkc:supports") in told("宁波市2021年科技工作总结")


def test_an_office_without_a_place_lets_nobody_act() -> None:
    assert told("科技局2021年工作总结") == set()


RANKS = (
    "{bureau}2021年工作总结\n\n2021年,我市研发投入占比达2.1%,居全省第3。全市新增高新技术企业80家,全省领先。"
    "6家企业入选省级名单,全省首位。出台《舟山市创新平台实施方案》。获浙江省科学技术奖5项,全省仅次于两市。"
)


def test_a_rank_in_the_province_does_not_make_a_report_the_provinces() -> None:
    text = RANKS.format(bureau="市科技局")
    assert read(Source("x", "01", text, "", "", None, None)).chapter.source.region == "舟山市"


def test_a_meeting_of_the_province_held_elsewhere_leaves_a_report_its_city() -> None:
    text = (
        "8月28日,全省科学技术奖励大会在南京举行。扬州共有17个项目获奖。当前,扬州上下抢抓机遇。"
        "市科技局介绍,此次我市获奖项目质量居全省前列。我市企业参与的项目占八成。"
    )
    assert read(Source("x", "01", text, "", "", None, None)).chapter.source.region == "扬州市"
