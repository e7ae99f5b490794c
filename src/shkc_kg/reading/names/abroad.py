"""Bodies of other countries, embassies, and titles of academies: 柬埔寨邮电部, 加拿大驻华大使馆, 英国皇家工程院外籍院士."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.known import place_entry

__all__ = ["bodies_abroad", "missions", "titles_abroad"]

_OTHERS: Final = frozenset(("香港", "香港特别行政区", "澳门", "澳门特别行政区"))
# what such bodies are for; without such a word 部 and 局 end other nouns as well
_BODY: Final = re.compile(
    r"(?:(?:国家|联邦|皇家|政府|特区政府)?[\u4e00-\u9fff]{0,10}?"
    r"(?:科技|科学|技术|教育|邮电|信息|能源|农业|工业|商务|贸易|企业|创新|环境|卫生|外交|投资|经济|发展|知识产权|数字|通信|交通|研究|标准|学术|产业)"
    r"[\u4e00-\u9fff]{0,6}?)(?:(?:理事会|振兴院|振兴会|基金会|促进局)|部(?!分|门|署|队|长|件|落)|发展署|署(?!名)|管理局|发展局|局(?!面|限|势|长)|(?<!公)司(?!机|长)|总局|委员会)"
    r"(?=[、,;。:()和与及在同将由为共联双三两签承主举组支提代国部署局司担出派会发宣介参关庆、签还副主秘首总院访]|$)"
)
# 某国驻华大使馆, 某国驻上海总领事馆商务处; 俄罗斯某州政府
_EMBASSY: Final = re.compile(
    r"(?:常)?驻[\u4e00-\u9fff]{1,5}?(?:大使馆|总领事馆|领事馆|使馆|代表处|办事处|商会)(?:(?:科技|商务|教育|经济|文化|经商)?[处组])?"
)
# 驻某地总领馆: a mission of the report's own country; 各国驻华使馆 are many
_MISSION: Final = re.compile(
    r"(?:总领馆|总领事馆|大使馆|使馆|使团|代表处|联络办公室)(?:(?:科技|商务|教育|经商)[处组])?"
)
_REGIONAL: Final = re.compile(
    r"(?:[\u4e00-\u9fff]{2,8}?(?:州|省|市|大区|郡))?(?:联邦|州|市)?政府(?!间|采购|部门|机构|首脑)"
)
_NO_BODY: Final = re.compile(
    r"的|在|等|了|会见|会晤|会谈|举办|成立|合作|访问|签署|参加|举行|支持|开展|代表|来自|[与和](?!高等|创新|研究|文化|科学|技术|信息|数字|贸易|工业|教育)"
)
_NO_PLACE: Final = re.compile("的|等")
_TITLE: Final = re.compile(r"(?:外籍|通讯|终身)?(?:院士|会士)")


def bodies_abroad(line: Words) -> Iterator[Candidate]:
    """Ministries, agencies and embassies that open with their country: ``泰国国家科技发展署署长``."""
    for token in line.tokens:
        entry = place_entry(token.text) if token.tag == "name" else None
        if entry is None or not (entry.cls == "Country" or token.text in _OTHERS) or entry.name == "中国":
            continue
        m = _BODY.match(line.text, token.end)
        if m is None or _NO_BODY.search(m[0]):
            m = _EMBASSY.match(line.text, token.end) or _REGIONAL.match(line.text, token.end)
        if m is not None and not _NO_PLACE.search(m[0]):
            text = line.text[token.begin : m.end()]
            cls = "Association" if text.endswith(("基金会", "商会")) else "GovernmentBody"
            yield Candidate(token.begin, m.end(), text, cls, "body abroad")


def missions(line: Words) -> Iterator[Candidate]:
    """Embassies and consulates by the place that they are in: ``驻芝加哥总领馆``, ``中国驻英国大使馆``."""
    for token in line.tokens:
        m = _MISSION.match(line.text, token.end) if token.tag == "name" else None
        if (
            m is None
            or not line.text.startswith("驻", token.begin - 1)
            or _ABROAD.search(line.text, 0, token.begin - 1)
        ):
            continue
        sender = _SENDER.search(line.text, 0, token.begin - 1)
        begin = sender.start() if sender is not None else token.begin - 1
        if sender is None and m[0].startswith("联络"):
            continue
        yield Candidate(begin, m.end(), line.text[begin : m.end()], "GovernmentBody", "mission")


_SENDER: Final = re.compile(r"(?:中国|中央政府|中央人民政府)\Z")
_ABROAD: Final = re.compile(r"[各外等][国地]\Z|(?<!中)[国兰斯亚典威]\Z")


def titles_abroad(line: Words, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The title that an academy or learned society gives: its name and 院士 or 会士."""
    for one in found:
        if one.cls not in ("Academy", "Association") or one.text.endswith("中国科学院"):
            continue
        m = _TITLE.match(line.text, one.end)
        if m is not None:
            yield Candidate(one.begin, m.end(), line.text[one.begin : m.end()], "Award", "title of an academy")
