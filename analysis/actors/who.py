"""Matches of an article -> who is meant: names, institutions of a state, holders of an office on a day."""

from analysis.actors.by_form import by_form, words_of
from analysis.actors.by_institution import by_institution
from analysis.actors.by_name import by_name
from analysis.actors.by_office import by_counterpart, by_office
from analysis.actors.by_short_name import after_full, beside_office, short_names
from analysis.actors.by_title import by_title
from analysis.actors.matching import Match
from analysis.actors.namings import Article, Naming
from analysis.actors.personal import strangers
from analysis.actors.titles_beside import without_titles


def namings(article: Article, matches: list[Match]) -> list[Naming]:
    """Return who is named where, in text order; titles beside their holder are left out."""
    called, short = by_name(article, matches), short_names(article, matches)
    called += sorted([*after_full(article, short, called), *beside_office(article, short, called)])
    institutions = by_institution(article, matches)
    offices = by_office(article, matches, called)
    called += after_full(article, short, sorted([*called, *offices, *institutions]))
    offices += by_counterpart(article, sorted([*called, *offices]))
    named = [
        part
        for known in without_overlaps([*called, *institutions, *offices])
        for part in (apart(article, known) if known.last > known.first + 1 else (known,))
    ]
    unknown = strangers(article.words, named)
    taken = {i for known in (*named, *unknown) for i in range(known.first, known.last + 1)}
    unknown = sorted([*unknown, *by_title(article.words, taken)])
    return sorted([*without_titles(article, named, unknown), *by_form(article, unknown, named)])


def apart(article: Article, known: Naming) -> list[Naming]:
    """Return a naming, and apart from it the state or capital that it is in: «المحكمة العليا في ليبيا» are two."""
    words = article.words.folded
    if "في" not in words[known.first + 1 : known.last]:
        return [known]
    i = words.index("في", known.first + 1)
    place = article.names.places.get(" ".join(words[i + 1 : known.last + 1]))
    if place is None or is_whole(article, known):
        return [known]
    title = article.names.actors[place]["actor"]
    return [known._replace(last=i - 1), Naming(i + 1, known.last, 0, place, title, "name", "name")]


def is_whole(article: Article, known: Naming) -> bool:
    """Tell whether a place belongs to the name: of an armed group, or where the list's own label has it.

    So «الجهاد الإسلامي في فلسطين», «الجامعة الأميركية في بيروت».
    """
    listed = article.names.actors.get(known.actor_id)
    if listed is None:
        return False
    words = article.words.folded[known.first : known.last + 1]
    words[0] = words[0][known.cut :]
    return listed["kind"] == "armed group" or words == words_of(listed["actor_ar"])


def without_overlaps(named: list[Naming]) -> list[Naming]:
    """Return the namings in text order, of two that overlap the longer one."""
    kept: list[Naming] = []
    for known in sorted(named, key=lambda row: (row.first, -row.last)):
        if kept and known.first <= kept[-1].last:
            if known.last - known.first > kept[-1].last - kept[-1].first:
                kept[-1] = known
        else:
            kept.append(known)
    return kept
