"""A report on the articles as Word, web page and PDF, and what is new since the last one."""

from pathlib import Path

import pandas as pd

from analysis.captions import said
from analysis.charts.save import written
from analysis.report import content, page, paper, word
from analysis.report.content import Parts, in_words
from analysis.report.news import changes, keep


def write(
    folder: str | Path, parts: Parts, *, articles: pd.DataFrame, language: str = "ar", title: str | None = None
) -> list[Path]:
    """Return report.docx, report.html and report.pdf in the folder, with the figures and tables that are chosen.

    Raises NoSuchPlace naming the figures that the folder has when one is not among them.
    """
    title = title or said("report_title", language)
    blocks = [
        *content.opening(articles, title, language),
        *content.pictures(Path(folder), parts.figures, language),
        *content.sheets(parts.tables, language),
        *content.appendix(articles, parts.tables, language),
    ]
    made = {".docx": word.document, ".html": page.document, ".pdf": paper.document}
    contents = {ending: make(blocks, title, language) for ending, make in made.items()}
    return [written(Path(folder) / f"report{ending}", each) for ending, each in contents.items()]


__all__ = ["Parts", "changes", "in_words", "keep", "write"]
