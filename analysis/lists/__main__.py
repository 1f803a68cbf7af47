"""Check the lists: `python -m analysis.lists` prints what is wrong and exits with 1, or says that all is well."""

import sys

from analysis import lists
from analysis.lists import checks


def report() -> str:
    """Return what is wrong with the lists, line by line, or how long they are."""
    found = checks.problems()
    if found:
        return "\n".join(map(str, found))
    return f"{len(lists.actors())} actors, {len(lists.roles())} terms of office: nothing wrong"


if __name__ == "__main__":
    print(report())
    sys.exit(bool(checks.problems()))
