"""What an entry of a timeline is about by its headline: what it founds, opens or publishes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from shkc_kg.reading.classes import DIVISIONS
from shkc_kg.reading.lines.headline import ENTRY
from shkc_kg.reading.names import Named

__all__ = ["KINDS", "TELLS", "noun_of", "told_of"]

_MAKES: Final = re.compile(
    r"(?:共建|合建|成立|设立|组建|启用|建成|开设|发布|印发|出台|揭牌|启动|举办|召开|举行|推出|上线|创办|开通|签[订署]|研制出?|投用|牵手|首发)了?"
    r"(?:(?:全[国省市球区]|国内|我国|首[个家座台批期]|新)*)[“]?\Z"
)
TELLS: Final = re.compile(
    r"[”]?(?:[一二三]期)?(?:工程|项目)?(?:正式|成功|顺利|建成|签约|今日|全面)*(?:开园|揭牌|启动|上线|投产|投入|启用|签约|落户|落地|举行|举办|召开|开幕|闭幕"
    r"|出台|印发|施行|发布|开工|动工|竣工|封顶|通过|获|入选|入围|升级|并网|成立|设立|组建|建成|张榜|首发|首飞|挂牌|开馆|开赛|开班|试运行|运行|运营"
    r"|完成|亮相|荣获|跻身|开通|奠基|交付|问世|上市|发射|下线|开放|揭榜|点火|通车|投用|批复|备案|收官|发运|坐底|海试|流片|起飞|点亮)"
)
_TAIL: Final = 8  # code points behind what a headline ends with


def told_of(names: Sequence[Named], text: str, begin: int) -> Named | None:
    """What a headline founds, opens or publishes, else what it opens with and tells something of."""
    top = [n for n in names if not n.nested and n.begin >= begin and n.cls not in ("Person", "Award", "Country")]
    for name in reversed(top):
        if len(text) - name.end <= _TAIL and _MAKES.search(text, begin, name.begin):
            return name
    first = next(iter(top), None)
    if first is not None and first.cls in DIVISIONS and len(top) > 1 and top[1].begin == first.end:
        first = top[1]
    opens = first is not None and not text[begin : first.begin].strip("“《")
    return first if first is not None and opens and TELLS.match(text, first.end) else None


KINDS: Final = (
    r"(?:项目|工程|区|园|基地|中心|[院所站线库馆城网池器仪机船艇车舱塔炉药剂膜床号]|实验室|平台|基金|联盟|众创空间|大厦|市场|专项|计划|行动|大赛|竞赛|展览|系统|装置"
    r"|机器人|样机|芯片|卫星|火箭|疫苗|材料|学校|办法|措施|政策|方案|条例|公司|医联体|街区|社区|技术|工艺|成果|标准|模型|算法|协议|备忘录|品种)"
)
_OPENING: Final = re.compile(
    rf"(?P<noun>(?![全我各])(?:(?![与和])[\u4e00-\u9fffA-Za-z\d·“”-]){{2,20}}?{KINDS}[”]?)(?={TELLS.pattern})"
)
_CLOSING: Final = re.compile(
    r"(?:共建|成立|设立|组建|启用|建成|开设|推出|上线|启动|投用|研制|签[署订约])了?(?:全[国省市球区]|国内|首[个家座台])*"
    rf"(?P<noun>(?!首批|多|一批)[\u4e00-\u9fffA-Za-z·“”-]{{2,20}}?{KINDS}[”]?)\Z"
)
_WHOLE: Final = re.compile(
    rf"(?P<noun>(?![全我各]|重大|重点|一批|多个|创新|科技)(?:(?![与和])[\u4e00-\u9fffA-Za-z\d·-]){{5,20}}?{KINDS}){TELLS.pattern}[\u4e00-\u9fff]{{0,4}}"
)  # no more than what is told of it
_QUOTED: Final = re.compile(r"[“《](?P<noun>[^“”《》]{4,40})[”》](?:项目|成果)?")  # the title of a project


def noun_of(headline: str) -> str:
    """What an entry is about that no name was read for, by its headline.

    >>> noun_of("7.新型储能电站并网"), noun_of("3月1日\\n启用首个中试基地"), noun_of("加快建设平台")
    ('新型储能电站', '中试基地', '')
    >>> noun_of("“高效脱硫技术及产业化”"), noun_of("2021-05-06 市科技局与某校签署战略合作协议")
    ('高效脱硫技术及产业化', '战略合作协议')
    """
    led, title = ENTRY.match(headline), _QUOTED.fullmatch(headline)
    if title is not None or led is None:
        whole = _WHOLE.fullmatch(headline) if title is None else title
        return whole["noun"] if whole else ""
    text = headline[led.end() :].removesuffix("】")
    found = _OPENING.match(text) or _CLOSING.search(text)
    return found["noun"].strip("“”") if found else ""
