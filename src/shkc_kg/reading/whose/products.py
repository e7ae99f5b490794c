"""What somebody made or has, as the figures behind it are of it: 直径15米 of the machine that a works has rolled out."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.phrases import Page
from shkc_kg.reading.whose.levels import OWN_REGION
from shkc_kg.reading.whose.memory import Subject
from shkc_kg.reading.whose.owners import is_oblique, tells_what_it_is
from shkc_kg.reading.whose.printedsubject import NO_SUBJECT

__all__ = ["product_told"]

_BACK: Final = 4  # clauses
_LED: Final = re.compile(
    r"(?P<made>(?:研制|研发|开发|选育|育成|培育|生产|设计|制造|牵头|承担|承建|主导|建设|打造|推出|运营|孵化|共建|实施|自研)(?:建设)?"
    r"|(?:位于|地处|坐落[于在]|落户)[^,;。的]{2,16})?的"
    r"(?:国内|全国|国际|世界|全球|全省|全市|我国)?(?:首[台套个款艘架条座颗]|第一[台套个款]|[单最][^的,]{2,8}的)?"
)
_ENDS: Final = re.compile(
    r"(?:项目|工程|样机|系统|装置|设备|装备|反应器|盾构机|机器人|火箭|卫星|潜水器|芯片|电池|材料|器件|传感器|发动机|汽车|列车|飞机|无人机"
    r"|疫苗|药物?|制剂|试剂盒?|催化剂|品种|技术|工艺|软件|模型|计算机|平台|产业园|科技园|孵化器|生产线|产线|车间|基地"
    r"|望远镜|加速器|光源|船|舰|机床|激光器|显微镜|仪|炉|泵|器|机|膜|钢|合金|[棒板管线钢]材|涂料|饲料|种子|实验室)”?"
)
_LONGEST: Final = 26  # code points of a product's noun
# what is said of it follows, not more of its noun: 高新技术[企业]
_ON: Final = re.compile(
    r"\Z|,|“|在|于|由|已|将|正|均|达|获|成功|顺利|全部|新|首[次批飞航]|可|用时|入选|[上下]线|投[产用入运]|通过|完成|启用|建成|发[运布]"
    r"|出厂|交付|亮相|问世|[一二三四\d]"
)
_COUNTED: Final = re.compile(r"\d[余多]?[个项家座批台款]|”[^“]")
_TITLED: Final = re.compile(r"“(?P<title>[^“”]{2,12})”")


def product_told(page: Page, begin: int) -> tuple[Subject | None, str] | None:
    """The maker and the noun of what a clause before tells of: ``甲所研制的加速器样机稳定运行,时间由[3]小时延长``.

    A product with a name of its own is the subject itself, and needs no noun.
    """
    clause = page.clause(begin)[0]
    if _names_another(page, clause, begin) or OWN_REGION.search(page.text, clause, begin):
        return None
    for start, end in page.clauses_before(clause, page.part(clause)[0], _BACK):
        if tells_what_it_is(page.undated(start, end)):
            continue
        if (made := _product(page, start, end)) is not None:
            return made
        if _names_another(page, start, end) or OWN_REGION.search(page.text, start, end):
            return None
    return None


def _names_another(page: Page, begin: int, end: int) -> bool:
    """Whether a stretch names anything but where something is done."""
    return any(not is_oblique(page, begin, name) for name in page.names_in(begin, end))


def _product(page: Page, begin: int, end: int) -> tuple[Subject | None, str] | None:
    for led in _LED.finditer(page.text, begin, end):
        at, stop = led.end(), _noun_end(page, led.end(), end)
        owned = led["made"] or any(n.end == led.start() for n in page.names_in(begin, at))
        if stop is None or not owned or page.first_verb(at, stop) or any(n.begin <= at < n.end for n in page.names):
            continue
        maker = next((n for n in page.names_in(begin, at) if n.cls not in NO_SUBJECT), None)
        if page.first_verb(begin, maker.begin if maker else at) is None:
            return _told(page, Subject(maker.key) if maker else None, at, stop)
    return None


def _told(page: Page, maker: Subject | None, at: int, stop: int) -> tuple[Subject | None, str]:
    """A product's own name behind its noun, as the subject or the noun; else its maker and its noun."""
    called, titled = page.name_at(stop), _TITLED.match(page.text, stop)
    if called is not None and called.cls not in NO_SUBJECT:
        return Subject(called.key), ""
    return maker, titled["title"] if titled else page.text[at:stop].strip("“”")


def _noun_end(page: Page, at: int, end: int) -> int | None:
    """Where the product's noun ends that begins at a place: the first end that more of its noun does not follow."""
    for m in _ENDS.finditer(page.text, at + 1, min(end, at + _LONGEST)):
        following = page.first_verb(m.end(), end)
        on = m.end() == end or _ON.match(page.text, m.end(), end)
        if (on or (following and following.begin == m.end())) and not _COUNTED.search(page.text, at, m.end()):
            return m.end()
    return None
