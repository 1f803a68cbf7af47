"""Search boxes and sorting for the tables of a notebook, without a network."""

import base64
import gzip
import importlib.util
import json
from pathlib import Path

from analysis.captions import said
from analysis.explore.shown import Shown

BUNDLE = Path("html", "dt_bundle.js")  # where itables keeps the scripts of DataTables

#: The tables themselves hold no script: this one, shown once, finds them and dresses them, now and later.
SCRIPT = """<style>
.analysis-frame .dt-layout-row:not(.dt-layout-table) {position: sticky; top: 0; inset-inline-start: 0; margin: 0;
  padding: .3em .6em; background: var(--jp-layout-color0, white); z-index: 2; justify-content: flex-start; gap: 1.5em}
.analysis-frame table.dataTable thead th {position: sticky; top: 2.6em; background: var(--jp-layout-color0, white);
  z-index: 1}
.analysis-frame .dt-layout-cell {width: auto !important; margin: 0 !important}
.analysis-frame .dt-layout-start {display: flex; gap: 1.5em; align-items: center}
.analysis-frame .dt-container div {overflow: visible !important}
</style>
<script type="module">
const unpacked = async (packed) => {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
};
const start = async () => {
  const sheet = document.createElement("style");
  sheet.textContent = await unpacked("CSS_HERE");
  document.head.append(sheet);
  const code = new Blob([await unpacked("CODE_HERE")], {type: "text/javascript"});
  return (await import(URL.createObjectURL(code))).default;
};
const words = WORDS_HERE;
const dress = async () => {
  const DataTable = await window.analysisTables;
  for (const table of document.querySelectorAll("table.analysis-table:not(.dataTable)")) {
    if (!table.isConnected || table.tBodies[0].rows.length < 6) continue;
    const language = words[table.classList.contains("analysis-ar") ? "ar" : "en"];
    new DataTable(table, {paging: false, order: [], autoWidth: false, language,
      layout: {topStart: ["search", "info"], topEnd: null, bottomStart: null, bottomEnd: null}});
  }
};
if (!window.analysisTables) {
  window.analysisTables = start();
  new MutationObserver(dress).observe(document.body, {childList: true, subtree: true});
}
dress();
</script>"""


def searchable() -> Shown:
    """Return what makes every table of a notebook searchable and sortable; without itables, nothing happens.

    Show it once, as the last line of a cell near the top.
    """
    found = importlib.util.find_spec("itables")  # imported, it would load sample tables and all of polars
    code = Path(found.origin).parent / BUNDLE if found else None
    if code is None or not code.is_file():
        return Shown("", "")
    texts = {"CODE_HERE": packed(code), "CSS_HERE": packed(code.with_suffix(".css"))}
    texts["WORDS_HERE"] = json.dumps({language: sentences(language) for language in ("ar", "en")})
    script = SCRIPT
    for place, text in texts.items():
        script = script.replace(place, text)
    return Shown(script, "")


def packed(path: Path) -> str:
    """Return a file compressed and as letters that may stand in a script."""
    return base64.b64encode(gzip.compress(path.read_bytes(), mtime=0)).decode("ascii")


def sentences(language: str) -> dict[str, str]:
    """Return the words around a table, by the names that DataTables has for them."""
    return {
        "search": said("search", language), "info": said("rows_shown", language),
        "infoEmpty": said("no_rows", language), "infoFiltered": said("rows_filtered", language),
        "zeroRecords": said("no_rows", language), "emptyTable": said("no_rows", language),
    }  # fmt: skip
