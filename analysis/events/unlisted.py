"""Subjects that no list names: nouns that can act, behind a verb, before it, or described by it."""

from functools import cache

from analysis import lists
from analysis.arabic import frequency
from analysis.arabic.phrases import ARTICLE, folded, follows, word_before
from analysis.events.agreement import has_object, verb_form
from analysis.events.noun_phrases import NO_NOUN, clitic_of, preposition_at
from analysis.events.parties import Party, Scene, Told, bounds, counts_people, is_object_counted
from analysis.events.sets import words
from analysis.events.triggers import FINITE, Trigger
from analysis.events.types import FORCED

RARE = 5.0  # per million words: a surname so rare is seldom another word
ADVERBS = words("between") | words("when_adverb")
BETWEEN = words("between")
CONJUNCTIONS = ("ان", "بان", "فان", "وان", "لان", "لكن", "ولكن")
WAS = ("باتت", "بات", "كانت", "كان", "وكانت", "وكان", "بينما", "فيما", "حيث", "ان", "عندما")
ASIDES = (["البدايه"], ["المقابل"], ["السابق"], ["حينه"], ["الوقت"], ["الاثناء"], ["وقت"])
LASTING = ("لفتره", "لمده", "منذ", "طوال", "طيله", "خلال")
PEOPLE = words("civilian") | words("person") | words("acting") | words("soldier")
ACTING, FEMININE = words("acting"), words("acting_feminine")


def is_acting(scene: Scene, trigger: Trigger, i: int) -> bool:
    """Tell whether a noun that can act and agrees with a verb stands behind it (بعد أن رفضت جماعة متطرفة)."""
    word = scene.text.folded[i]
    if word in ("هذه", "هذا", "تلك", "عده", "كل"):
        word = scene.text.folded[i + 1 : i + 2][0] if follows(scene.text, i) else ""
    bare = word.removeprefix(ARTICLE)
    alone = not any(p.first == i + 1 and p.under is None for p in scene.parties)  # not: «واتهم الادعاء ساركوزي»
    named = i in scene.named and alone and bare not in words("kin")  # «أسرة الصحفي جمال خاشقجي»
    if bare not in ACTING or trigger.form.tense not in FINITE or named:
        return False
    goes_on = word_before(scene.text, trigger.first) in words("carrying_on")  # «كما طالب المجتمع الدولي بـ»
    joined = (goes_on or scene.text.folded[trigger.first].startswith("و")) and word.startswith(ARTICLE)
    alone = alone and not word.endswith("ان")  # «وحشد الجيشان قواتهما»
    if joined and alone and "direct" in trigger.form.entry.object[:1] and not is_of_force(trigger, bare):
        return False  # «ودعا السلطات إلى …»
    feminine = bare.endswith("ه") or bare in FEMININE
    return verb_form(trigger, scene.text.folded[trigger.first]) == ("f" if feminine else "m")


def is_of_force(trigger: Trigger, bare: str) -> bool:
    """Tell whether those who seize and attack by office stand behind such a verb (وأوقفت الشرطة أحد المهاجمين)."""
    return trigger.form.entry.type in FORCED and bare in words("force")


def is_somebody(scene: Scene, trigger: Trigger, i: int) -> bool:
    """Tell whether people in the nominative stand behind a verb (هاجم رجلان المبنى، خطف ملثمون الصحفي)."""
    word = scene.text.folded[i]
    if i in scene.named or trigger.form.tense not in FINITE or word.startswith(ARTICLE):
        return False
    stem = next((word.removesuffix(end) for end in ("تان", "ان", "ون") if word.endswith(end)), None)
    return stem is not None and not PEOPLE.isdisjoint((stem, stem + "ه", stem + "ين"))


def behind_adverbs(scene: Scene, trigger: Trigger) -> int:
    """Return the word behind a verb and the adverbs that follow it (استنكرت أمس السبت عدة أحزاب)."""
    after = trigger.last + 1
    while after < len(scene.text.folded) and scene.text.folded[after] in ADVERBS and follows(scene.text, after):
        after += 1
    return after


def is_oblique_of_joined(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether people in the oblique, or men counted, stand behind a verb that «و» joins: they undergo it."""
    joined = trigger.cut > 0 and scene.text.folded[trigger.first].startswith("و")
    word = next(iter(scene.text.folded[trigger.last + 1 : trigger.last + 2]), "")
    return joined and ((word.endswith("ين") and counts_people(word)) or is_object_counted(scene.text, trigger.last))


def is_unlisted_before(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether «أن» and a noun that no list names stand directly before a verb as its subject (أن الشرطة داهمت)."""
    plain = not scene.text.folded[trigger.first].startswith("و")
    for i in range(trigger.first - 1, max(-1, trigger.first - 4), -1):
        word = scene.text.folded[i]
        if word in CONJUNCTIONS:
            return i < trigger.first - 1
        if not word.startswith(ARTICLE) or not follows(scene.text, i):
            return False
        if any(party.first <= i <= party.last and not party.demonym for party in scene.parties):
            return False
        if plain and i not in scene.named and word.removeprefix(ARTICLE) in ACTING:
            return word_before(scene.text, i) in WAS or i == bounds(scene.text, i)[0]
    return False


def is_of_indefinite(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb describes an unlisted noun directly before it (هتافات تندد، مسيرة اصطدمت، سيارة تقتل)."""
    before = trigger.first - 1
    if before < 0 or not follows(scene.text, before) or trigger.form.tense not in FINITE:
        return False
    if scene.text.sentences[before] != scene.text.sentences[trigger.first]:
        return False
    word = scene.text.folded[before]
    if any(span in LASTING for span in scene.text.folded[max(0, before - 1) : before]):
        return False  # «ظلت المعارضة لفترة طويلة تتشكك»
    if scene.text.folded[trigger.first].startswith("و") or not is_noun(word):
        return False
    if before in scene.verbs or before in scene.carriers:
        return False
    return before not in scene.named or is_of_private(scene, before)


def is_of_private(scene: Scene, i: int) -> bool:
    """Tell whether word i is the demonym of a firm or a man without the article, who acts for no state (شركة صينية)."""
    own = (party for party in scene.parties if party.demonym and party.first == i and party.start < i)
    return any(scene.text.folded[party.start].lstrip("وبل") in words("private") for party in own)


def is_object_noun(word: str) -> bool:
    """Tell whether a word behind a verb is a noun of its own that takes the name behind it (انتقد عدم دعوة حكومته)."""
    return not (word in BETWEEN or word.startswith(ARTICLE) or word[:1].isdigit())


def behind_aside(text: list[str], last: int) -> int:
    """Return the last word of «في البداية» or the like behind a word, which parts a subject from its object."""
    return last + 2 if text[last + 1 : last + 2] == ["في"] and text[last + 2 : last + 3] in ASIDES else last


def bars(word: str) -> bool:
    """Tell whether a word between a verb and a name keeps them apart (دعا البيان كوريا الشمالية إلى …)."""
    own = word.startswith(ARTICLE) and word not in BETWEEN
    return bool(own or word in NO_NOUN or preposition_at(word) or clitic_of(word) or is_object_noun(word))


@cache
def surnames() -> frozenset[str]:
    """Return the rarer surnames of listed persons, who are meant by them only where the article names them in full."""
    persons = (row for row in lists.rows("actors") if row["kind"] == "person" and row["short"])
    names = {folded(name) for row in persons for name in lists.parts(row["short"])}
    return frozenset(name for name in names if " " not in name and frequency.of(name) < RARE)


def is_noun(word: str) -> bool:
    """Tell whether a word without the article can only be a noun: by its ending, and as no particle or adverb."""
    if word in BETWEEN or word in NO_NOUN or preposition_at(word) or word.startswith(ARTICLE) or len(word) < 4:
        return False
    return word.endswith(("ه", "ات", "ين", "ون", "يا", "ئا", "دا"))


def is_man_of_a_state(scene: Scene, trigger: Trigger, subject: Party | None) -> bool:
    """Tell whether the subject of a verb of force is a demonym alone, and so a man (طعن فلسطيني شرطيا)."""
    if subject is None or not subject.demonym or subject.start != subject.first or subject.first < trigger.first:
        return False
    one = scene.text.folded[subject.first].endswith("ي") and has_object(scene, subject.last + 1)
    return one and trigger.form.entry.type == "ASSAULT" and trigger.form.tense in FINITE


def goes_on_unlisted(scene: Scene, trigger: Trigger, told: Told) -> bool:
    """Tell whether a verb behind «و» goes on with a subject that no list names (قال إن الشرطة داهمت المقر وطلبت …)."""
    joined = scene.text.folded[trigger.first][: trigger.cut].startswith(("و", "ف"))
    if not joined or told.subject is not None or told.verb is None:
        return False
    if scene.text.sentences[told.verb.first] != scene.text.sentences[trigger.first]:
        return False
    forms = {verb_form(verb, scene.text.folded[verb.first]) for verb in (told.verb, trigger)} - {None}
    return len(forms) < 2 and not any(told.verb.first <= i < trigger.first for i in scene.spoken)


def is_behind_surname(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a lone surname stands between a verb and a name, and so is its subject (انتقد أوربان الاتحاد)."""
    beside = trigger.last + 1
    if beside >= party.first or scene.text.folded[beside] not in surnames():
        return False
    return not any(other.first <= beside <= other.last for other in scene.parties)
