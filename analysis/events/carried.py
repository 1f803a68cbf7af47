"""Nouns whose act a verb in the perfect tells as done (شن هجوما، معارك اندلعت), and nouns that were told before."""

from functools import cache

from analysis import lists
from analysis.arabic.inflection import perfect
from analysis.arabic.phrases import ARTICLE, cited, places, word_before
from analysis.events.parties import Scene, breaks
from analysis.events.sets import words
from analysis.events.triggers import NOMINAL, Trigger

NEAR, FAR = 8, 16  # words between a verb and the noun it carries, without and with an apposition between
ACCUSED = 3  # words from who is accused to the act at most
AGAINST = frozenset(("ضد", "منذ"))  # no object of a verb follows
POINTING = words("pointing")
BACKGROUND = words("background")
NEW_CLAUSE = words("new_clause")
TOOK_PLACE = words("took_place")
SUFFERED = frozenset(
    before + verb for before in ("", "و", "ف") for verb in ("تعرض", "تعرضت", "تعرضوا", "تعرضه", "تعرضها")
)


def is_known(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether the article makes a noun of speech an earlier act (التفاهمات، التطبيع), not a root (التزام)."""
    word, cut = scene.text.folded[trigger.first], trigger.cut
    definite = word[cut:].startswith(ARTICLE) or (word[:cut].endswith("ل") and word[cut:].startswith("ل"))
    return definite and not trigger.form.entry.word.startswith(ARTICLE)


def is_of_accused(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether an attack or an abduction is what somebody stands accused of (محاكمة المتهمين بتفجير المسجد)."""
    if trigger.form.entry.type not in ("ASSAULT", "COERCE") or trigger.form.tense not in NOMINAL:
        return False
    near = (
        i for i in range(max(0, trigger.first - ACCUSED), trigger.first) if scene.text.folded[i] in words("accused")
    )
    return any(not breaks(scene.text, i, trigger.first) for i in near)


@cache
def carriers() -> frozenset[str]:
    """Return the verbs in the perfect that tell the act of the noun behind them (شن هجوما، تم توقيف، أجرى محادثات)."""
    rows = (cited(row["perfect"]) for row in lists.rows("carrier_verbs"))
    return frozenset(form for verb in rows for form, _ in perfect(verb)) | words("happening")


@cache
def written_carriers() -> frozenset[str]:
    """Return those verbs with and without a conjunction."""
    return frozenset(before + verb for before in ("", "و", "ف") for verb in carriers())


def is_carried(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb in the perfect carries a noun, also over an apposition (أجرى النائب، رئيس الحركة، اتصالا)."""
    text = scene.text
    if word_before(text, trigger.first) in POINTING | AGAINST:
        return False
    known = is_known(scene, trigger)
    if not known and (takes_place(scene, trigger) or is_suffered(scene, trigger)):
        return True
    if written_carriers().isdisjoint(text.folded[max(0, trigger.first - FAR) : trigger.first]):
        return False
    joined = text.folded[trigger.first][: trigger.cut] == "و"  # «تم تدمير مركبات، والاستيلاء على أخرى»
    for i in range(trigger.first - 1, max(-1, trigger.first - FAR - 1), -1):
        apart, word = breaks(text, i, trigger.first), text.folded[i]
        if apart > 2 or word in BACKGROUND or word in NEW_CLAUSE:
            return False
        bare = word[1:] if word[:1] in "وف" and word not in carriers() else word
        if bare not in carriers():
            continue
        if apart == 1:
            return joined and bare in words("happening")
        return trigger.first - i <= NEAR if apart == 0 else not known
    return False


def takes_place(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb behind a noun, one adjective between at most, says that it broke out (معارك ضارية اندلعت)."""
    behind = scene.text.folded[trigger.last + 1 : trigger.last + 3]
    return not TOOK_PLACE.isdisjoint(behind) and not breaks(scene.text, trigger.last, trigger.last + len(behind))


def is_suffered(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a noun is what somebody came under (تعرضت الدورية لهجوم), not again and again «حتى الآن»."""
    text = scene.text
    if not text.folded[trigger.first][: trigger.cut].endswith("ل"):
        return False
    near = places(text, SUFFERED, max(0, trigger.first - NEAR), trigger.first)
    return any(not breaks(text, i, trigger.first) and "حتي" not in text.folded[i : trigger.first] for i in near)
