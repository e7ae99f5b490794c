"""Bodies of other countries, and titles of their academies: 柬埔寨邮电部, 英国皇家工程院外籍院士."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.known import place_entry

__all__ = ["bodies_abroad", "titles_abroad"]

_OTHERS: Final = frozenset(("香港", "香港特别行政区", "澳门", "澳门特别行政区"))
# what such bodies are for; without such a word 部 and 局 end other nouns as well
_BODY: Final = re.compile(
    r"(?:(?:国家|联邦|皇家|政府|特区政府)?[\u4e00-\u9fff]{0,10}?"
    r"(?:科技|科学|技术|教育|邮电|信息|能源|农业|工业|商务|贸易|企业|创新|环境|卫生|外交|投资|经济|发展|知识产权|数字|通信|交通|研究|标准)"
    r"[\u4e00-\u9fff]{0,6}?)(?:部(?!分|门|署|队|长|件|落)|发展署|署(?!名)|管理局|发展局|局(?!面|限|势|长)|(?<!公)司(?!机|长)|总局|委员会)"
    r"(?=[、,;。:()和与及在同将由为共联签承主举组支提代国部署局司担出派会发宣介参]|$)"
)
_NO_BODY: Final = re.compile(
    r"的|在|等|举办|成立|合作|访问|签署|参加|举行|支持|开展|代表|来自|[与和](?!高等|创新|技术|信息|数字|贸易|工业|教育)"
)
_TITLE: Final = re.compile(r"(?:外籍|通讯|终身)?(?:院士|会士)")


def bodies_abroad(line: Words) -> Iterator[Candidate]:
    """Ministries and agencies that open with their country: ``泰国国家科技发展署署长``."""
    for token in line.tokens:
        entry = place_entry(token.text) if token.tag == "name" else None
        if entry is None or not (entry.cls == "Country" or token.text in _OTHERS) or entry.name == "中国":
            continue
        m = _BODY.match(line.text, token.end)
        if m is not None and not _NO_BODY.search(m[0]):
            yield Candidate(token.begin, m.end(), line.text[token.begin : m.end()], "GovernmentBody", "body abroad")


def titles_abroad(line: Words, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The title that an academy or learned society gives: its name and 院士 or 会士."""
    for one in found:
        if one.cls not in ("Academy", "Association") or one.text.endswith("中国科学院"):
            continue
        m = _TITLE.match(line.text, one.end)
        if m is not None:
            yield Candidate(one.begin, m.end(), line.text[one.begin : m.end()], "Award", "title of an academy")
