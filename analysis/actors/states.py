"""The actor list -> states by their capitals, names and demonyms."""

from analysis import lists
from analysis.arabic.phrases import ARTICLE, PREFIXES, folded
from analysis.lists import demonyms


def capitals(states: dict[str, str], known: dict[str, dict]) -> dict[str, str]:
    """Return the state of each capital, or whose seat else a city is (أربيل، بروكسل), as actor_ids."""
    pairs = {lists.slug(row["capital"]): states.get(row["actor"]) for row in lists.rows("countries") if row["capital"]}
    seats = {lists.slug(row["city"]): lists.slug(row["seat_of"]) for row in lists.rows("seats")}
    pairs |= {city: seat for city, seat in seats.items() if seat in known}
    return {
        capital: state for capital, state in pairs.items() if state and known.get(capital, {}).get("kind") == "place"
    }


def places(known: dict[str, dict], seats: dict[str, str]) -> dict[str, str]:
    """Return the actor_ids of states and capitals by their folded names."""
    return {
        folded(name): actor_id
        for actor_id, row in known.items()
        if row["kind"] == "state" or actor_id in seats
        for name in lists.parts(row["spellings"])
    }


def state_words(known: dict[str, dict], seats: dict[str, str]) -> dict[str, str]:
    """Return the words that speak of a state: its demonyms, one-word names and capitals, with their proclitics."""
    words = {
        folded(part): actor_id
        for actor_id, row in known.items()
        if row["kind"] == "state"
        for part in lists.parts(row["spellings"])
    }
    words |= {folded(part): state for seat, state in seats.items() for part in lists.parts(known[seat]["spellings"])}
    words = {word: state for word, state in words.items() if " " not in word} | demonyms.forms()
    return {form: state for word, state in words.items() for form in with_proclitics(word)} | words


def state_pairs(known: dict[str, dict]) -> dict[tuple[str, str], str]:
    """Return the states by their names and demonyms of two words: كوريا الجنوبية، الكوري الجنوبي."""
    names = (
        (folded(part).split(), actor_id)
        for actor_id, row in known.items()
        if row["kind"] == "state"
        for part in lists.parts(row["spellings"])
    )
    pairs = {(words[0], words[1]): actor_id for words, actor_id in names if len(words) == 2}
    described = ((form.split(), actor_id) for form, actor_id in demonyms.forms().items() if " " in form)
    return {(words[0], words[1]): actor_id for words, actor_id in described if len(words) == 2} | pairs


def with_proclitics(word: str) -> list[str]:
    """Return a word behind each proclitic, «ال» behind «ل» shortened: للعراق."""
    return [
        prefix + (word[1:] if prefix.endswith("ل") and word.startswith(ARTICLE) else word)
        for prefix in (*PREFIXES,)
    ]  # fmt: skip
