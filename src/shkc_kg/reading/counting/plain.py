"""An indicator without what a careful reader would leave out: note marks, 了, time words, pronouns, adjuncts."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Final

from shkc_kg.reading.counting.wording import Words
from shkc_kg.reading.figures.bounds import alternatives
from shkc_kg.reading.lexicon import words

__all__ = ["plain", "plainly"]

_ASIDE: Final = re.compile(
    r"\[\d{1,3}\]|包括[^,;。]{2,30}?在内的?|^(?:成为|是)[^,;。]{0,8}(?:首个|唯一|第一个)(?=[^,;。]{4,}国家\Z)"
)
# 已在甲、乙等地推广, 在国际上首次实现
_ADJUNCT: Final = re.compile(
    r"(?:已经?|曾|均|先后|相继)*在[^,;。的、]{0,10}(?:、[^,;。的、]{1,8}){0,4}?"
    r"(?:等地区?|等[市县省国乡镇村区]|国际上|会上|现场|期间|之际|开始前|过程中)(?:已经?|共|首次|累计|成功)*(?=[\u4e00-\u9fff]{2})"
)
_EVENT: Final = r"(?:这次|本次|此次|本届|该届)[^,的]{0,5}?(?:会议?|论坛|展会|展览会|博览会|活动|大?赛|仪式)(?:上|期间)?(?:共|累计|还)*(?=[\u4e00-\u9fff]{3})"
_SPOKEN: Final = re.compile(r"^[^“]{0,30}(?:说|道|账|记者|介绍|表示|坦言|透露|[^“]告诉[^“]{1,8})[:,]?“(?=[^”]{2,}\Z)")
_OPENING: Final = re.compile(
    rf"^(?:{_EVENT}|(?:他|她|它|我|咱|你)们(?:的|又|也|还|已|将)*|(?:但|而|且)(?![是且立])(?=[\u4e00-\u9fff]{{4}})"
    r"|[一二两三四五六七八九十\d]{1,3}年[内间](?:将|拟|计划|要)?(?=[\u4e00-\u9fff]{4})|半年来(?:已经?|共)*|届时|就(?![业诊医读近地餐任职学])(?=[\u4e00-\u9fff]{4})"
    r"|该(?:项目|工程|园区?|基地|中心|公司|企业|平台)(?=总|占地|建筑|规划|计划|预计|建成)"
    r"|(?:大[赛会])?(?:组委会|主办方)(?:已经?|还|共|也)*(?=(?:促成|发布|征集|收集|设立|安排|邀请|组织|评选))"
    r"|(?:本报|新华社|中新[社网])[\u4e00-\u9fff]{0,4}(?:\d{1,2}月)?(?:\d{1,2}日)?电 ?(?:\([^()]*\))?"
    r"|(?:本报|本网)?[\u4e00-\u9fff]{0,4}(?<![通资])讯(?=\(|天)(?:\([^()]*\))?|以(?=“[^”]*\Z)|争取(?=[\u4e00-\u9fff]{4})"
    r"|(?:同|当)[日天](?:就|又|还)?|今后|仅(?![次限])|“(?=[^”]*\Z)|(?:提出|明确|商定|要求|规定|强调)(?=[\u4e00-\u9fffA-Z&]{4}))+"
)
_TAIL: Final = re.compile(
    r"(?:(?<!成)就|(?<![成首故新古京])都|(?<![主干战名])将|(?<!覆)被|已经?|还|也|仍|争取|从无到有)+\Z"
)
_PLEDGED: Final = re.compile(
    r"(?<=[年月日天])[将拟](?=[\u4e00-\u9fff]{2})|(?<=[\u4e00-\u9fff]{2})已经?(?=在[\u4e00-\u9fff])"
)


@cache
def _done() -> re.Pattern[str]:
    verbs = alternatives(sorted(words("verb") | words("naming_before") | words("take_part") | words("achieve_verb")))
    return re.compile(rf"(?P<verb>{verbs})[了着](?=[\u4e00-\u9fff])(?![解不])")


def plain(text: str) -> str:
    """An indicator's words without those that say nothing of what is counted; as they are where nothing is left.

    >>> plain("吸引了专家参会"), plain("投入强度[12]"), plain("我们的节水技术已在甲、乙等地推广")
    ('吸引专家参会', '投入强度', '节水技术推广')
    """
    said = _ADJUNCT.sub("", _OPENING.sub("", _ASIDE.sub("", _SPOKEN.sub("", text))))
    said = _done().sub(r"\g<verb>", _PLEDGED.sub("", _TAIL.sub("", said)))
    return said if len(said) > 1 else text


def plainly(found: Words) -> Words:
    """An indicator and what later numbers build on, in plain words."""
    return replace(found, text=plain(found.text), base=plain(found.base))
