"""A report on the articles as Word, web page and PDF, and what is new since the last one."""

from pathlib import Path

import pandas as pd

from analysis.charts.save import written
from analysis.report import content, page, paper, word
from analysis.report.content import in_words
from analysis.report.news import changes, keep


def write(  # noqa: PLR0913  a report is described by its parts; all but the first two are keywords
    folder: str | Path,
    figures: list[str],
    *,
    articles: pd.DataFrame,
    tables: dict[str, pd.DataFrame],
    language: str = "ar",
    title: str | None = None,
) -> list[Path]:
    """Return report.docx, report.html and report.pdf in the folder, with the figures and tables that are chosen.

    `figures` are names of figures in the folder (02_top_terms), or paths without ending. `tables` are tables by their
    names (terms, actors, events, or any heading); those of `context.quotes` are set as quotations.
    Raises FileNotFoundError naming the figures that the folder has when one is not among them.
    """
    title = title or content.said("report_title", language)
    blocks = [
        *content.opening(articles, title, language),
        *content.pictures(Path(folder), figures, language),
        *content.sheets(tables, language),
        *content.appendix(articles, tables, language),
    ]
    made = {".docx": word.document, ".html": page.document, ".pdf": paper.document}
    contents = {ending: make(blocks, title, language) for ending, make in made.items()}
    return [written(Path(folder) / f"report{ending}", each) for ending, each in contents.items()]


__all__ = ["changes", "in_words", "keep", "write"]
