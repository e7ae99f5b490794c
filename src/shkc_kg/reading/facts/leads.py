"""What opens a clause in front of its verb."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from shkc_kg.reading.lexicon import frame_verbs, words
from shkc_kg.reading.names import Named
from shkc_kg.reading.scene import Scene
from shkc_kg.reading.setting.dateline import behind_dateline
from shkc_kg.reading.tokens import Token

__all__ = ["AGENT", "VERB", "acts", "lead_in"]

AGENT: Final = "agent"
VERB: Final = "verb"
_QUOTED: Final = re.compile("“([^“”]{2,20})”")
_PARTIES: Final = re.compile(r"[双各三四]方(?!面|向|法|案|式|便|位|程|略)|[两三四]地(?!区)")
_GUESTS: Final = re.compile(
    r"(?:与会|参会|出席|在场|到场|参加)[\u4e00-\u9fff]{0,8}?(?:领导|代表|嘉宾|专家|人员|院士|学者)"
)
# 某某集团、某某所联手A: those in front were not read, and nobody may be put in their place
_JOINING: Final = re.compile(
    r"[\u4e00-\u9fff]{2}[\u4e00-\u9fff、A-Za-z]{0,20}?(?:联手|携手|牵手|联合(?!会|国|体|大学|实验))"
)
_NOUNS: Final = frozenset("nrbamqjlsf")


def lead_in(scene: Scene, begin: int, end: int) -> Named | str:
    """What stands where a clause's subject would: a name, :data:`AGENT` for an unnamed one, or ``""`` for none.

    ``持续推进`` and ``通过X推进`` have no subject of their own; ``企业推进`` has one that is not named. Before the verb
    at ``end`` another may stand (推进A设立): then :data:`VERB`, as whoever acts by the one does not by the other.
    """
    if _GUESTS.match(scene.text, begin, end):
        return AGENT
    at = max(begin, behind_dateline(scene.text, end)) if begin == 0 else begin
    while at < end:
        name = next((n for n in scene.between(at, len(scene.text)) if n.begin >= at), None)
        if name is not None and name.begin == at:
            return name
        quoted = _QUOTED.match(scene.text, at, end)
        if quoted is not None and _agent_noun().search(quoted[1]):
            return AGENT
        if _PARTIES.match(scene.text, at, end):
            return AGENT  # 双方合作商定
        token = scene.words.tokens[scene.words.at[at]]
        date = next((d for d in scene.dates if d.begin <= at < d.end), None)
        if date is not None:
            at = date.end
        elif _is_passed(scene, token, end):
            at = token.end
        elif token.tag[0] == "p" or token.text in words("preposition"):
            return ""
        elif _is_verb(token):
            return "" if re.fullmatch(r"[\u4e00-\u9fff]{1,4}(?:和|并|、|与)", scene.text[at:end]) else VERB
        else:
            unread = (token.tag[0] in "nj" or token.tag == "zg") and _JOINING.match(scene.text, at, end)
            return AGENT if unread or _agent_noun().search(_noun(scene, at, end)) else ""
    return ""


def acts(scene: Scene, name: Named) -> bool:
    """Whether what stands behind a name makes it the subject: a verb or what may stand before one, and no noun.

    ``某大学建成…``, ``某大学于4月…``; but not ``某大学校区一期完工``.
    """
    if name.end >= len(scene.text):
        return False
    token = scene.words.tokens[scene.words.at[name.end]]
    verb = token.tag[0] in "vdpctx" and token.tag != "vn"
    return verb or token.text in words("adverb") or token.text in words("verb")


def _is_passed(scene: Scene, token: Token, end: int) -> bool:
    """Whether a word says nothing of who acts: adverbs, joints, times; 加快 only where a verb follows it."""
    if token.text in words("lead_verb"):
        return token.end >= end or _is_verb(scene.words.tokens[scene.words.at[token.end]])
    return token.tag[0] in "dct" or token.tag in ("ad", "vd", "x") or token.text in words("clause_lead")


def _is_verb(token: Token) -> bool:
    known = token.text in words("verb") or token.text in frame_verbs()
    return known or (token.tag[0] == "v" and token.tag != "vn")


def _noun(scene: Scene, begin: int, end: int) -> str:
    """The words from a place to the first that belongs to no noun phrase."""
    at = begin
    while at < end:
        token = scene.words.tokens[scene.words.at[at]]
        # 充分发挥 is a noun to the segmenter
        verb = token.tag == "ad" or (at > begin and len(token.text) > 3 and token.text[-2:] in words("verb"))
        if verb or token.text in words("clause_lead") or (token.tag[0] not in _NOUNS and token.tag not in ("uj", "vn")):
            break
        at = max(token.end, at + 1)
    return scene.text[begin:at].removesuffix("们")


@cache
def _agent_noun() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(sorted(words('agent_noun')))})$")
