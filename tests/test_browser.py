"""The notebooks in a real JupyterLab and a real browser: they run, hostile articles run nothing, the controls answer.

Skipped, with the reason, where Chromium or Playwright is missing.
"""

import contextlib
import csv
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import nbformat
import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install playwright")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
if not CHROMIUM:
    pytest.skip("no Chromium on this machine: apt-get install chromium", allow_module_level=True)

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
TOKEN = "a-token-for-this-test-only"
PATIENCE = 120_000  # milliseconds; a notebook takes ten seconds where the machine has nothing else to do
SCREENSHOTS = os.environ.get("SCREENSHOTS")  # a folder to keep pictures of the pages in
HOSTILE = "<script>window.hacked=1</script><img src=x onerror='window.hacked=1'>"
FORMULA = '=HYPERLINK("http://example.org")'
TEXT = f"""زيارة إلى بغداد {HOSTILE}
{FORMULA}
وصل وزير الدفاع الأميركي لويد أوستن إلى بغداد {HOSTILE} في زيارة تستمر يومين، والتقى رئيس الوزراء العراقي.
قال الوزير إن القوات الأميركية تنسحب من العراق <svg onload=window.hacked=1> في نهاية العام.
"""
CONTROLS = """from analysis import actors, captions, charts, events, explore, load, terms
articles = captions.outlets(load.articles("hostile"))
tokens = terms.tokens(articles)
mentions = actors.mentions(articles)
found = events.find(articles, mentions)
---
explore.searchable()
---
explore.sources(articles)
---
explore.term(tokens, articles, "بغداد")
---
explore.actor(mentions, articles)
---
explore.review(found, articles, "hostile", mentions=mentions)
---
explore.upload("uploaded")
---
explore.table(tokens)
---
counts = actors.count(mentions).head(5)
figure = charts.bars(counts, value="n", label="actor_ar", title="من؟")
explore.behind(figure, mentions, articles, actor_ar=counts["actor_ar"])"""


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """Return a folder with the notebooks, set to a folder of hostile articles."""
    folder = tmp_path_factory.mktemp("lab")
    hostile = folder / "hostile"
    hostile.mkdir()
    shutil.copy(next((ROOT / "seeds").glob("003*.txt")), hostile)
    (hostile / "<img src=x onerror=window.hacked=1>.txt").write_text(TEXT, encoding="utf-8")
    (hostile / f"{FORMULA.replace('/', '')}.txt").write_text(TEXT.replace("يومين", "ثلاثة أيام"), encoding="utf-8")
    rows = f'article_id,source,title\n003_8840078587a986c9,"{HOSTILE}","{HOSTILE}"\n'
    (hostile / "articles.csv").write_text(rows, encoding="utf-8")
    for path in NOTEBOOKS:
        nbformat.write(with_parameters(path), folder / path.name)
    book = nbformat.v4.new_notebook(metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}})
    book.cells = [nbformat.v4.new_code_cell(source) for source in CONTROLS.split("\n---\n")]
    nbformat.write(book, folder / "controls.ipynb")
    return folder


def with_parameters(path):
    """Return a notebook that reads the hostile articles."""
    book = nbformat.read(path, as_version=4)
    for cell in book.cells:
        if "parameters" in cell.metadata.get("tags", []):
            cell.source += '\nARTICLES = "hostile"\nFIGURES = "figures"'
    return book


@pytest.fixture(scope="module")
def lab(place, tmp_path_factory):
    """Return the address of a JupyterLab of its own on this machine, with a token."""
    own = tmp_path_factory.mktemp("settings")
    quiet(own / "settings")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {name: str(own / name) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")}
    settings |= {"IPYTHONDIR": str(own / "ipython"), "JUPYTERLAB_SETTINGS_DIR": str(own / "settings")}
    settings |= {"JUPYTERLAB_WORKSPACES_DIR": str(own / "workspaces"), "PYTHONPATH": str(ROOT)}
    options = [
        "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}", "--ServerApp.port_retries=0",
        f"--IdentityProvider.token={TOKEN}", f"--ServerApp.root_dir={place}", "--LabApp.expose_app_in_browser=True",
    ]  # fmt: skip
    with (own / "log").open("w") as log:
        command = [sys.executable, "-m", "jupyterlab", *options]
        server = subprocess.Popen(command, env={**os.environ, **settings}, stdout=log, stderr=log)
        try:
            answers(f"http://127.0.0.1:{port}/api/status?token={TOKEN}", server)
            yield f"http://127.0.0.1:{port}/lab/tree/{{}}?reset&token={TOKEN}"
        finally:
            server.terminate()
            server.wait(30)


def quiet(folder):
    """Write settings: no news from the network, and all cells on the page at once."""
    tracker, notices = folder / "@jupyterlab/notebook-extension", folder / "@jupyterlab/apputils-extension"
    for part in (tracker, notices):
        part.mkdir(parents=True)
    (tracker / "tracker.jupyterlab-settings").write_text('{"windowingMode": "none"}')
    (notices / "notification.jupyterlab-settings").write_text('{"fetchNews": "false", "checkForUpdates": false}')


def answers(address, server):
    """Wait until the server answers."""
    for _ in range(240):
        assert server.poll() is None, "JupyterLab stopped"
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=5):
            return
        time.sleep(0.25)
    raise TimeoutError("JupyterLab did not answer within a minute")


@pytest.fixture(scope="module")
def browser():
    """Return a headless Chromium."""
    with playwright.sync_playwright() as runner:
        started = runner.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def page(browser):
    """Return an empty page of the browser."""
    opened = browser.new_page(viewport={"width": 1400, "height": 1000})
    opened.set_default_timeout(PATIENCE)
    yield opened
    opened.close()


def run(page, lab, name):
    """Open a notebook, run all its cells, and tell whether all went well."""
    page.goto(lab.format(name))
    page.wait_for_function(
        """() => { const session = window.jupyterapp?.shell?.currentWidget?.sessionContext;
        const kernel = session?.session?.kernel;
        return session?.isReady && kernel?.status === 'idle' && kernel.connectionStatus === 'connected'; }"""
    )
    done = page.evaluate("async () => await window.jupyterapp.commands.execute('notebook:run-all-cells')")
    page.wait_for_timeout(500)
    if SCREENSHOTS:
        page.screenshot(path=Path(SCREENSHOTS) / f"{Path(name).stem}.png")
    return done


def errors(page):
    """Return the ends of the error messages on a page."""
    found = page.locator('[data-mime-type="application/vnd.jupyter.error"]')
    return [found.nth(each).inner_text()[-600:] for each in range(found.count())]


def live(page):
    """Return what of the hostile articles is alive on a page: it has to be nothing."""
    return page.evaluate(
        """() => [...document.querySelectorAll('[onerror], [onload], script')]
        .filter(each => each.tagName !== 'SCRIPT' || each.textContent.includes('hacked'))
        .map(each => each.outerHTML.slice(0, 200)).concat(window.hacked ? ['it ran'] : [])"""
    )


@pytest.mark.parametrize("name", [path.name for path in NOTEBOOKS])
def test_a_notebook_runs_and_hostile_articles_run_nothing(name, lab, page, place):
    done = run(page, lab, name)
    assert errors(page) == []
    assert done
    assert page.locator(".jp-OutputArea-output").count() > 5
    assert live(page) == []
    assert dangerous(place / "figures") == []


def dangerous(folder):
    """Return the files in which something of the hostile articles is alive: cells that are formulas, scripts."""
    found = [path.name for path in folder.glob("*.html") if "<script>window" in path.read_text(encoding="utf-8")]
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as lines:
            found += [path.name for row in csv.reader(lines) for cell in row if cell.startswith("=")]
    return found


@pytest.fixture(scope="module")
def controls(browser, lab):
    """Return a page on which all controls are shown."""
    opened = browser.new_page(viewport={"width": 1400, "height": 1000})
    opened.set_default_timeout(PATIENCE)
    done = run(opened, lab, "controls.ipynb")
    assert errors(opened) == []
    assert done
    opened.wait_for_selector(".analysis-drop")
    yield opened
    opened.close()


def panel(page, number):
    """Return one of the panels: sources, term, actor, review, upload, behind."""
    return page.locator(".analysis-panel").nth(number)


def test_a_word_that_is_typed_brings_its_concordance(controls):
    box = panel(controls, 1).locator("input").first
    assert panel(controls, 1).locator("mark").first.inner_text() == "بغداد"
    box.fill("القوات")
    box.press("Enter")
    mark = panel(controls, 1).locator("mark", has_text="القوات").first
    mark.wait_for()
    assert live(controls) == []


def test_an_actor_that_is_picked_brings_its_sentences(controls):
    place = panel(controls, 2)
    label = place.locator("select option", has_text="لويد أوستن").first.inner_text()
    place.locator("select").select_option(label=label)
    place.locator("h4", has_text="لويد أوستن").wait_for()
    assert place.locator("mark").count() >= 1
    assert live(controls) == []


def test_a_source_that_is_picked_leaves_the_others_out(controls):
    place = panel(controls, 0)
    before = place.locator("tbody tr").count()
    place.locator("select").select_option(index=0)
    place.locator("p", has_text=f"1 من {before}").wait_for()
    assert live(controls) == []


def test_a_choice_holds_where_the_cell_that_was_clicked_and_all_below_run(page, lab):
    run(page, lab, "03_actors.ipynb")
    place = panel(page, 0)
    before = place.locator("tbody tr").count()
    place.locator("select option").first.click()
    told = f"اختيرت 1 من {before}"
    place.locator("p", has_text=told).wait_for()
    clicked = place.element_handle()
    page.evaluate("async () => await window.jupyterapp.commands.execute('notebook:run-all-below')")
    page.wait_for_function("clicked => !clicked.isConnected", arg=clicked)  # the cell of the chooser ran again
    panel(page, 0).locator("p", has_text=told).wait_for()
    assert errors(page) == []


def test_a_decision_on_an_event_is_written(controls, place):
    review = panel(controls, 3)
    review.get_by_role("button", name="صحيح", exact=True).click()
    review.locator("p", has_text="الحدث 2 من").wait_for()
    review.get_by_role("button", name="تصحيح", exact=True).click()
    review.get_by_text("اكتب القيمة الصحيحة أولا.").wait_for()
    lines = (place / "hostile" / "reviews.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("fingerprint,article_id") and ",accepted," in lines[1] and len(lines) == 2
    review.get_by_text("والصحيح منها 1: الدقة 100٪").wait_for()


def test_a_correction_lists_the_values_there_are_and_shows_what_it_changed(controls):
    review = panel(controls, 3)
    box, correct = review.locator("input[type=text]"), review.get_by_role("button", name="تصحيح", exact=True)
    box.fill("غزوة")
    correct.click()
    review.get_by_text("«غزوة» ليس من قيم حقل «نوع الحدث». القيم: اتفاق أو تعهد").wait_for()
    box.fill("احتجاج")
    correct.click()
    row = review.locator("tbody tr", has_text="بعد التصحيح")
    row.wait_for()
    assert "احتجاج" in row.inner_text() and "احتجاج" not in review.locator("tbody tr").first.inner_text()
    review.get_by_role("button", name="تراجع عن القرار", exact=True).click()
    row.wait_for(state="detached")
    assert live(controls) == []


def test_articles_that_are_dropped_are_kept(controls, place, tmp_path):
    article = tmp_path / "خبر.txt"
    article.write_text(TEXT, encoding="utf-8")
    field = panel(controls, 4).locator(".analysis-drop")
    field.scroll_into_view_if_needed()
    box = field.bounding_box()
    session = controls.context.new_cdp_session(controls)
    data = {"items": [], "files": [str(article)], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        point = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
        session.send("Input.dispatchDragEvent", {"type": kind, **point, "data": data})
    panel(controls, 4).get_by_text("خبر.txt").first.wait_for()
    assert (place / "uploaded" / "خبر.txt").read_text(encoding="utf-8") == TEXT


def test_a_bar_that_is_clicked_brings_its_sentences(controls):
    place = panel(controls, 5)
    figure, heading = place.locator(".analysis-figure"), place.locator("h4")
    names = [each.inner_text() for each in place.locator("select option").all()]
    assert heading.inner_text().startswith(names[0])
    figure.scroll_into_view_if_needed()
    box = figure.bounding_box()
    controls.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.9)
    place.locator("h4", has_text=names[-1]).wait_for()
    assert place.locator("mark").count() >= 1
    place.locator("select").select_option(label=names[1])
    place.locator("h4", has_text=names[1]).wait_for()
    assert live(controls) == []


def test_a_table_can_be_searched(controls):
    frame = controls.locator(".analysis-frame", has=controls.locator("input[type=search]")).last
    frame.locator("input[type=search]").fill("بغداد")
    controls.wait_for_function("frame => frame.querySelectorAll('tbody tr').length < 100", arg=frame.element_handle())
    assert "بغداد" in frame.locator("tbody tr").first.inner_text()
    if SCREENSHOTS:
        panels = controls.locator(".analysis-panel")
        for number in range(panels.count()):
            panels.nth(number).screenshot(path=Path(SCREENSHOTS) / f"panel_{number}.png")
        frame.screenshot(path=Path(SCREENSHOTS) / "table.png")
    assert live(controls) == []
