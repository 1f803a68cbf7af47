"""The figure of the benchmarks: megabytes of text in a second, by way."""

from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd


def save(found: dict[str, pd.DataFrame], file: Path) -> None:
    """Write the speeds of all ways as bars, one panel for each table."""
    heights = [len(table) for table in found.values()]
    drawn, panels = plt.subplots(
        len(found), figsize=(6.3, 0.32 * sum(heights) + 0.8 * len(found)), height_ratios=heights
    )
    for panel, (title, table) in zip(panels, found.items(), strict=True):
        bars(panel, title, table)
    drawn.tight_layout()
    drawn.savefig(file, metadata={"Date": None} if file.suffix == ".svg" else None)
    plt.close(drawn)


def bars(panel, title: str, table: pd.DataFrame) -> None:
    """Draw one table, the package's own way in colour, the values at the bars."""
    rows = table.iloc[::-1]
    colours = ["#0072B2" if way.startswith("analysis") else "#999999" for way in rows["way"]]
    drawn = panel.barh(rows["way"], rows["MB/s"], color=colours)
    panel.bar_label(drawn, labels=[f"{speed:,.1f}" for speed in rows["MB/s"]], padding=3, fontsize=8)
    panel.set_title(f"{title} (MB of text in a second)", fontsize=9, loc="left")
    panel.margins(x=0.12)
    panel.tick_params(axis="y", labelsize=8, length=0)
    panel.xaxis.set_visible(False)
    panel.spines[["top", "right", "bottom"]].set_visible(False)
