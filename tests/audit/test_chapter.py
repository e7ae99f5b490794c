"""The shipped chapter held against itself: every stated enumeration, sum and day of it, with its verdict."""

from __future__ import annotations

import pytest

from shkc_kg.audit import audit
from shkc_kg.model import Finding, FindingKind, Reading, Verdict
from shkc_kg.reading import read
from shkc_kg.reports import load_reports, lone_source
from shkc_kg.resources import data_dir

AGREES, DISAGREES, UNDECIDED = Verdict.AGREES, Verdict.DISAGREES, Verdict.UNDECIDED
LISTED = (FindingKind.ENUMERATION, FindingKind.SUM, FindingKind.WEEKDAY, FindingKind.DURATION)

# Read off the text by hand: what is stated, what stands beside it, the verdict, and words of the place.
EXPECTED = [
    ("12人", "12", AGREES, "上海新增院士12人"),
    ("6人", "6", AGREES, "中科院院士6人"),
    ("6人", "6", AGREES, "工程院院士6人"),
    ("12", "6 + 6", AGREES, "其中中科院院士6人、工程院院士6人"),
    ("3个", "3", AGREES, "古巴、哈萨克斯坦、埃塞俄比亚"),
    ("两国", "中、以", AGREES, "中以两国"),
    ("5家", "5", AGREES, "5家国际科技组织"),
    ("506", "5 + 1", UNDECIDED, "累计认定外资研发中心"),
    ("2场", "2", AGREES, "特别活动"),
    ("10余场", "4–5+", UNDECIDED, "创新政策、创新创业、区域合作"),
    ("1+2+11+X", "1+2+11+近50", AGREES, "1+2+11+X"),
    ("四地", "1–2", UNDECIDED, "一体化示范区和马鞍山四地"),
    ("5个", "5", AGREES, "5 个 展 区"),
    ("三地", "3", AGREES, "青、吴、嘉三地"),
    ("10个", "3+", UNDECIDED, "上海市中医药科技产业基地等10个项目"),
    ("五席", "6+", DISAGREES, "占据五席"),
    ("7天", "2021-05-22/2021-05-28", AGREES, "历时7天"),
    ("285", "55 + 230 + 29", AGREES, "科普基地285家"),
    ("9家", "9", AGREES, "上海公安博物馆9家科普场馆"),
    ("3个", "3", AGREES, "“家园”“宇宙”“征程”3个主展区"),
    ("星期六", "2021-05-29 星期六、2021-07-18 星期日", DISAGREES, "5月29日至7月18日每周六"),
]


@pytest.fixture(scope="module")
def reading() -> Reading:
    (source,) = load_reports(data_dir() / "reports" / "shanghai-2021")[0].chapters
    return read(source)


@pytest.fixture(scope="module")
def findings(reading: Reading) -> tuple[Finding, ...]:
    return audit(reading)


def quoted(reading: Reading, finding: Finding) -> str:
    original = reading.chapter.source.original
    return " ".join(original[quote.span.begin : quote.span.end] for quote in finding.quotes)


def test_every_stated_enumeration_sum_and_day_is_compared(findings: tuple[Finding, ...]) -> None:
    found = [(one.stated, one.found, one.verdict) for one in findings if one.kind in LISTED]
    assert sorted(found) == sorted(expected[:3] for expected in EXPECTED)


@pytest.mark.parametrize(("stated", "found", "verdict", "words"), EXPECTED)
def test_each_quotes_the_words_it_rests_on(
    reading: Reading, findings: tuple[Finding, ...], stated: str, found: str, verdict: Verdict, words: str
) -> None:
    same = [one for one in findings if (one.stated, one.found, one.verdict) == (stated, found, verdict)]
    assert any(words in quoted(reading, one) for one in same)


def test_nothing_else_disagrees(findings: tuple[Finding, ...]) -> None:
    wrong = [(one.stated, one.found) for one in findings if one.verdict is DISAGREES]
    assert wrong == [("五席", "6+"), ("星期六", "2021-05-29 星期六、2021-07-18 星期日")]


@pytest.mark.parametrize(
    "event",
    ["浦江创新论坛", "上海科技节", "世界人工智能大会", "上海天文馆", "世界顶尖科学家论坛", "科技成果交易博览会"],
)
def test_the_timeline_fits_what_the_sections_say_of_the_same_day(findings: tuple[Finding, ...], event: str) -> None:
    assert [one for one in findings if one.kind is FindingKind.REPEATED and event in one.stated]


def test_the_months_of_the_timeline_follow_each_other(findings: tuple[Finding, ...]) -> None:
    (order,) = [one for one in findings if one.kind is FindingKind.ORDER]
    assert (order.stated, order.verdict) == ("5月、7月、9月、11月", AGREES)


def test_every_verdict_has_its_reason_in_both_languages(findings: tuple[Finding, ...]) -> None:
    assert all(one.reason_zh.endswith("。") and one.reason_en.endswith(".") for one in findings)


# A report that is changed in one place no longer agrees with itself there.
SPOILT = [
    ("5家国际科技组织", "6家国际科技组织", "6家"),
    ("**3**个国", "**4**个国", "4个"),
    ("上海公安博物馆9家", "上海公安博物馆8家", "8家"),
    ("“征程”3个主展区", "“征程”2个主展区", "2个"),
    ("工程院院士6人。", "工程院院士60人。", "12"),
    ("历时7天", "历时9天", "9天"),
    ("11月1—3日", "10月1—3日", "startDate"),
    ("5 个 展 区", "6 个 展 区", "6个"),
    ("“1+2+11+X”", "“1+3+11+X”", "1+3+11+X"),
]


@pytest.mark.parametrize(("printed", "changed", "stated"), SPOILT)
def test_a_change_in_one_place_is_found(reading: Reading, printed: str, changed: str, stated: str) -> None:
    original = reading.chapter.source.original
    assert original.count(printed) == 1
    spoilt = audit(read(lone_source(original.replace(printed, changed), year=2021, region="上海市")))
    assert [one for one in spoilt if one.verdict is DISAGREES and stated in one.stated]
