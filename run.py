#!/usr/bin/env python3
"""Set up and run the suite: the standard library is all this file needs.

python run.py                          set up once, run all notebooks, write figures/
python run.py --articles DIR --figures DIR --language en
python run.py lab                      open JupyterLab on notebooks/
python run.py test                     run the checks and tests
"""

import argparse
import contextlib
import csv
import hashlib
import io
import multiprocessing
import multiprocessing.connection
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = ENVIRONMENT / "installed.sha256"
OLDEST = (3, 11)
COMMANDS = ("run", "lab", "test")
MOST = 20  # unread files named on the screen
INSIDE = "ARABIC_NEWS_INSIDE"  # set when this file runs itself again with the environment's own Python


def main():
    """Do what the command line asks; the exit code is the program's own."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows console may know no Arabic
            stream.reconfigure(errors="replace")
    if sys.version_info < OLDEST:
        stop(
            f"Python {'.'.join(map(str, OLDEST))} or later is needed; this is {sys.version.split()[0]}.",
            "Install a newer Python and run this command with it, for example: python3.12 run.py",
        )
    options = arguments()
    if not os.environ.get(INSIDE):
        set_up()
        sys.exit(again(sys.argv[1:]))
    {"run": run_notebooks, "lab": open_lab, "test": run_tests}[options.command](options)


def arguments():
    """Return the command and its options."""
    ask = argparse.ArgumentParser(
        description="Arabic news: words, actors and events, with the sentence behind every number.",
        allow_abbrev=False,
    )
    ask.add_argument("command", nargs="?", metavar="{run,lab,test}", default="run")
    ask.add_argument("--articles", type=Path, default=None, help="a folder of articles (default: seeds/)")
    where = "where figures and tables go (default: figures/, or with --articles DIR a folder DIR_figures beside it)"
    ask.add_argument("--figures", type=Path, default=None, help=where)
    ask.add_argument("--language", choices=["ar", "en"], default="ar", help="language of the figures' words")
    options, strange = ask.parse_known_args()  # an option misspelt leaves its value to stand as the command
    if strange or options.command not in COMMANDS:
        ask.error(f"{(strange or [options.command])[0]} is not known: write it as it stands above")
    return options


def stop(problem, remedy):
    """End with one clear sentence and what to do."""
    sys.exit(f"{problem}\n{remedy}")


# Setting up


def set_up():
    """Make or repair .venv and install the lock, unless that has been done for this very lock."""
    if STAMP.is_file() and STAMP.read_text() == fingerprint() and works(environment_python()):
        return
    print("Setting up .venv (once; a few minutes, it downloads about 200 MB) ...", flush=True)
    try:
        STAMP.unlink(missing_ok=True)
        uv = shutil.which("uv")
        make_environment(uv)
        install(uv)
        link_package()
        STAMP.write_text(fingerprint())
    except PermissionError as error:
        stop(
            f"No permission to write {error.filename}.",
            "Move the folder to a place you own, such as your home folder, and run again.",
        )
    except subprocess.CalledProcessError as error:
        stop(
            f"Setting up failed (exit code {error.returncode}); the lines above say why.",
            "Check the internet connection and the disk space, then run again: it repairs what is half made.",
        )


def fingerprint():
    """Return a hash of the lock, this file's place and the Python that made the environment."""
    text = LOCK.read_bytes() + str(ROOT).encode() + sys.version.split()[0].encode()
    return hashlib.sha256(text).hexdigest()


def environment_python():
    """Return the path of the environment's own Python on this system."""
    return ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def works(python):
    """Tell whether this Python starts and knows pip-installed packages."""
    try:
        return subprocess.run([python, "-c", "import nbclient"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.SubprocessError):
        return False


def make_environment(uv):
    """Make .venv anew, whatever a broken attempt left there."""
    if uv:
        subprocess.run([uv, "venv", "--quiet", "--clear", "--python", sys.executable, ENVIRONMENT], check=True)
        return
    try:
        import ensurepip  # noqa: F401  Debian ships Python without it
    except ImportError:
        stop(
            "This Python cannot make virtual environments (its ensurepip module is missing).",
            f"On Debian or Ubuntu: sudo apt install python3.{sys.version_info[1]}-venv — then run again.",
        )
    subprocess.run([sys.executable, "-m", "venv", "--clear", ENVIRONMENT], check=True)


def install(uv):
    """Install exactly what the lock names, checked by its hashes."""
    python = environment_python()
    if uv:
        subprocess.run(
            [uv, "pip", "install", "--quiet", "--python", python, "--require-hashes", "-r", LOCK], check=True
        )
    else:
        subprocess.run(
            [
                python,
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--no-input",
                "--require-hashes",
                "-r",
                LOCK,
            ],
            check=True,
        )


def link_package():
    """Let every notebook import `analysis` from this folder."""
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    answer = subprocess.run(
        [environment_python(), "-X", "utf8", "-c", ask], check=True, capture_output=True, encoding="utf-8"
    )
    Path(answer.stdout.strip(), "arabic_news.pth").write_text(f"{ROOT}\n", encoding="utf-8")


def again(words):
    """Run this file with the environment's Python and return its exit code."""
    settings = {**os.environ, INSIDE: "1", "PYTHONUTF8": "1"}
    return subprocess.run([environment_python(), __file__, *words], env=settings).returncode


# Running, in the environment


def run_notebooks(options):
    """Run every notebook and list what was written."""
    articles, figures = places(options)
    if not articles.exists():
        from analysis.load.folders import told_missing

        sys.exit(told_missing(articles))
    if figures.exists() and not figures.is_dir():
        sys.exit(f"{figures} is a file: name a folder behind --figures")
    if problem := misplaced(figures, articles):
        sys.exit(problem)
    make(figures)
    before = {path: path.stat().st_mtime_ns for path in figures.rglob("*")}
    values = {"ARTICLES": str(articles), "FIGURES": str(figures), "LANGUAGE": options.language}
    (figures / "index.html").unlink(missing_ok=True)  # else each notebook would renew it, beside all others
    if problem := run_all(sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb")), values):
        sys.exit(problem)
    write_gallery(figures, options.language)
    report_written(figures, before)
    report_unread(figures / "01_problems.csv")
    report_copies(figures / "01_copies.csv")
    report_lacking(figures / "01_articles.csv")


def places(options):
    """Return where the articles are and where the figures go: those of one's own do not replace the sample's."""
    articles = (options.articles or ROOT / "seeds").resolve()
    name = articles.name if articles.is_dir() else articles.stem
    beside = articles.parent / f"{name}_figures" if options.articles else ROOT / "figures"
    return articles, (options.figures or beside).resolve()


def make(figures):
    """Make the folder for the figures, or end with what to do."""
    try:
        figures.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        sys.exit(f"{figures} cannot be made ({error.strerror}): name a folder of your own behind --figures")


def misplaced(figures, articles):
    """Return that figures would be read as articles, where they would."""
    from analysis import cluster, mistakes

    try:
        cluster.beside(figures, articles)
    except mistakes.Mistake as mistake:
        return str(mistake)
    return None


def report_unread(path):
    """Say which files could not be read whole, and which rows of lists are to be mended, and why."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        problems = list(csv.DictReader(lines))
    if problems:
        print(f"Not read, or not whole, and rows of lists to mend ({len(problems)}; all are listed in {path}):")
    for row in problems[:MOST]:
        print("  ", f"{row['path']}: {row['reason']}: {row['detail']}")


def report_copies(path):
    """Say which articles repeat another: they are counted like the others."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        copies = list(csv.DictReader(lines))
    if copies:
        print(f"Articles that repeat another ({len(copies)}; all are listed in {path}); they are counted like the")
        print("others: take out of the folder those that you do not want, and run again; or set COPIES in a notebook.")
    for row in copies[:MOST]:
        print("  ", f"{row['article_id']} repeats {row['copy_of']}")


def report_lacking(path):
    """Say how to give the dates and outlets that articles lack."""
    import pandas as pd

    from analysis import citations

    if told := citations.lacking(pd.read_csv(path, encoding="utf-8-sig"), "en"):
        print(told)


def write_gallery(figures, language):
    """Put all figures on one page, index.html."""
    from analysis import gallery

    gallery.write(figures, language)


def run_all(paths, values):
    """Run the notebooks side by side, one for each processor, the report last; return the first problem, if any.

    Five Jupyter kernels would load the same packages and lists five times. Where a process can be forked, they are
    loaded once, here, and still each notebook has a process of its own.
    """
    from tqdm import tqdm

    forked = sys.platform == "linux"
    if forked:
        load_all()
    *first, report = ((path, values) for path in paths)
    longest = sorted(first, key=lambda job: job[0].stat().st_size, reverse=True)
    context = multiprocessing.get_context("fork" if forked else "spawn")
    with tqdm(total=len(paths), unit="notebook", leave=False) as bar:
        for jobs in (longest, [report]):
            for problem in each_in_a_process(context, jobs):
                bar.update()
                if problem:
                    return problem
    return None


def each_in_a_process(context, jobs):
    """Yield the problem of each notebook, or None, as it ends; each has a process, one at once for each processor."""
    waiting, running = list(jobs), {}
    try:
        while waiting or running:
            while waiting and len(running) < (os.cpu_count() or 1):
                received, sent = context.Pipe(duplex=False)
                process = context.Process(target=answer, args=(waiting[0], sent), daemon=True)
                process.start()
                sent.close()  # so that the end of the process is the end of what can be received
                running[received] = process, waiting.pop(0)[0].name
            for received in multiprocessing.connection.wait(running):
                process, name = running.pop(received)
                yield outcome(received, name)
                process.join()
    finally:
        for process, _ in running.values():
            process.terminate()


def answer(job, sent):
    """Run a notebook in this process and send its problem, or None."""
    own_lock()
    sent.send(run_notebook(job))


def outcome(received, name):
    """Return what a process has sent; where it was ended before, that it was."""
    try:
        return received.recv()
    except EOFError:
        reason = "its process was ended from outside, most often because memory ran out"
        return f"{name} stopped: {reason}. Close other programs, or choose fewer articles, and run again."


def own_lock():
    """Give a process a lock of its own for progress bars: that of the parent may have been held when it was forked."""
    from tqdm import tqdm

    tqdm.set_lock(threading.RLock())


def load_all():
    """Load packages and lists that the notebooks need, so that each process forked from this one has them."""
    import ipywidgets  # noqa: F401
    from IPython.core import interactiveshell  # noqa: F401

    from analysis import actors, charts, cluster, events, load, report, terms  # noqa: F401

    articles = load.articles(ROOT / "seeds")
    counts = terms.count(terms.tokens(articles))
    events.find(articles, actors.mentions(articles))
    terms.keyness(counts)
    charts.bars(counts.head(1), value="n", label="term", title="").printed("pdf")


def run_notebook(job):
    """Run the cells of a notebook, with these values of its parameters, and return its first error, if any."""
    import nbformat
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    path, values = job
    book = nbformat.read(path, as_version=4)
    set_parameters(book, values)
    os.chdir(path.parent)
    plain = {"HistoryManager": {"enabled": False}, "InteractiveShell": {"colors": "nocolor"}}
    shell = InteractiveShell.instance(config=Config(plain))
    for cell in book.cells:
        if cell.cell_type == "code":
            told = io.StringIO()
            with contextlib.redirect_stdout(told):
                result = shell.run_cell(cell.source, silent=True)  # figures go to files, not to a screen
            if not result.success:
                return told_error(path, cell.source, result, told.getvalue())
    return None


def told_error(path, source, result, traceback):
    """Return what stopped a notebook: a mistake in what was given by its own words, anything else with its cell."""
    from analysis.mistakes import Mistake

    error = result.error_in_exec or result.error_before_exec
    if isinstance(error, Mistake):
        return str(error)
    advice = "Open it with: python run.py lab — and run it cell by cell."
    return f"{path.name} stopped with an error:\n{source}\n\n{traceback}\n{advice}"


def set_parameters(book, values):
    """Add the given values below the cell that is tagged `parameters`."""
    for cell in book.cells:
        if "parameters" in cell.metadata.get("tags", []):
            cell.source += "".join(f"\n{name} = {value!r}" for name, value in values.items())


def report_written(figures, before):
    """Say what is new in the figures folder and how to go on."""
    new = sorted(path for path in figures.rglob("*") if path.is_file() and path.stat().st_mtime_ns != before.get(path))
    names = sorted({path.stem for path in new})
    print(f"Wrote {len(new)} files to {figures}:")
    for name in names:
        print("  ", name, " ".join(sorted(path.suffix for path in new if path.stem == name)))
    print(f"Look at them all in {figures / 'index.html'}")
    print("Open the notebooks with: python run.py lab")


def open_lab(options):
    """Open JupyterLab on notebooks/."""
    if options.articles or options.figures:
        sys.exit("lab takes no --articles and no --figures: set ARTICLES and FIGURES at the top of each notebook")
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={ROOT}",
        "--LabApp.default_url=/lab/tree/notebooks",
    ]
    sys.exit(subprocess.run(command).returncode)


def run_tests(options):
    """Check style, then run every test."""
    style = [["ruff", "check"], ["ruff", "format", "--check"]]
    for command in [*style, ["pytest", "-q"]]:
        code = subprocess.run([sys.executable, "-m", *command], cwd=ROOT).returncode
        if code:
            sys.exit(code)


if __name__ == "__main__":
    main()
