"""Archives: done in parts as in one, resumed after kills, damage named, one run at a time, a full disk said clearly."""

import errno
import hashlib
import json
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from analysis import actors, cluster, events, lists, load, mistakes, terms
from analysis.cluster import archive as stored
from analysis.cluster import folder, keys, mapping

ROOT = Path(__file__).parent.parent
SETTINGS = cluster.Settings(size=4)
AT_HOME = {"cwd": ROOT, "env": {**os.environ, "PYTHONPATH": str(ROOT)}}
TABLES = tuple(stored.COLUMNS)
LIMITED = """
import resource, sys
from analysis import cluster
resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, 4_000))
cluster.run(sys.argv[1], sys.argv[2], processes=1)
"""


def write_lines(path, articles):
    """Write articles as JSONL, and strings as they are."""
    lines = [article if isinstance(article, str) else json.dumps(article, ensure_ascii=False) for article in articles]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def articles():
    """Return paragraphs of the sample as short articles of three sources and two months."""
    texts = [line for text in load.articles(ROOT / "seeds")["text"] for line in text.split("\n") if len(line) > 200]
    days = [f"2023-{7 + n % 2:02d}-{1 + n % 28:02d}" for n in range(len(texts))]
    return [
        {"id": f"a{n}", "source": f"s{n % 3}", "published": day, "text": text}
        for n, (day, text) in enumerate(zip(days, texts, strict=True))
    ][:28]


@pytest.fixture(scope="module")
def source(articles, tmp_path_factory):
    """Return the articles as a JSONL file."""
    return write_lines(tmp_path_factory.mktemp("source") / "articles.jsonl", articles)


@pytest.fixture(scope="module")
def archive(source, tmp_path_factory):
    """Return the output folder of a run in this process."""
    return cluster.run(source, tmp_path_factory.mktemp("archive") / "out", settings=SETTINGS, processes=1)


def contents(out):
    """Return for each table the hash of its sorted rows."""
    rows = {name: sorted(map(repr, cluster.table(out, name).itertuples(index=False))) for name in TABLES}
    return {name: hashlib.sha256("\n".join(table).encode()).hexdigest() for name, table in rows.items()}


def files(out):
    """Return the tables that are written, with the time of writing."""
    return {path.relative_to(out): path.stat().st_mtime_ns for path in out.glob("*/*.parquet")}


def test_the_tables_are_those_of_the_stages(archive, source):
    whole = next(load.parts(source, size=1_000)).articles
    assert_frame_equal(cluster.articles(archive), whole)
    assert_frame_equal(cluster.mentions(whole, archive), actors.mentions(whole))
    assert_frame_equal(
        cluster.events(whole, actors.mentions(whole), archive), events.find(whole, actors.mentions(whole))
    )
    assert_frame_equal(cluster.tokens(whole, archive), terms.tokens(whole))


def test_an_archive_has_the_days_that_a_folder_has(tmp_path):
    seeds = load.articles(ROOT / "seeds")
    out = cluster.run(ROOT / "seeds", tmp_path / "out", processes=1)
    assert_frame_equal(cluster.articles(out), seeds)


def test_rows_of_no_article_are_told_of_a_folder_its_parts_and_an_archive(tmp_path):
    source = tmp_path / "source"
    source.mkdir()
    for name in ("خبر1", "خبر2", "خبر3"):
        (source / f"{name}.txt").write_text(f"وصل الوزير {name} إلى بغداد في زيارة تستمر يومين.", encoding="utf-8")
    (source / "articles.csv").write_text("article_id,source\nخبر1,النهار\nخبر9,النهار\n", encoding="utf-8")
    out = cluster.run(source, tmp_path / "out", settings=cluster.Settings(size=2), processes=1)
    parts = pd.concat([part.problems for part in load.parts(source, size=2)])
    for problems in (load.folder(source).problems, parts, cluster.table(out, "problems")):
        assert problems["reason"].tolist() == ["rows of no article"]
        assert problems["detail"].iloc[0].startswith("خبر9: ")


def test_a_part_without_articles_is_refused(source, tmp_path):
    with pytest.raises(ValueError, match="a part has one article at least, not 0"):
        cluster.run(source, tmp_path / "out", settings=cluster.Settings(size=0))


def test_copies_are_marked_or_left_out_of_an_archive_as_of_a_folder(tmp_path):
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "in" / name).write_bytes(min((ROOT / "seeds").glob("*.txt")).read_bytes())
    out = cluster.run(tmp_path / "in", tmp_path / "out", processes=1)
    for place in (tmp_path / "in", out):
        assert cluster.with_copies(place)["copy_of"].fillna("").tolist() == ["", "a"]
        assert_frame_equal(cluster.originals(place), cluster.articles(place).head(1))


def test_a_run_that_has_not_ended_is_no_folder_of_articles(tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / ".lock").touch()
    with pytest.raises(mistakes.NoArticles, match="holds a run that has not ended"):
        cluster.articles(tmp_path)


def test_some_articles_of_an_archive_are_counted_by_the_terms_of_their_tokens(archive):
    some = cluster.articles(archive)[:5]
    assert_frame_equal(cluster.counts(archive, articles=some), terms.count(cluster.tokens(some, archive)))


def test_the_tokens_of_some_raw_articles_have_the_terms_of_all(articles, source):
    whole = load.articles(source)
    vocabulary = cluster.vocabulary_of(whole, source)
    counts = cluster.counts(source, articles=whole, vocabulary=vocabulary)
    assert_frame_equal(counts, cluster.counts(source, articles=whole))
    some = cluster.tokens(cluster.thinned(whole, 5), source, vocabulary=vocabulary)
    alone = cluster.tokens(cluster.thinned(whole, 5), source)
    assert set(some["term"]) <= set(counts["term"]) and not set(alone["term"]) <= set(counts["term"])


def test_articles_that_have_a_term_are_found(archive):
    whole = cluster.articles(archive)
    tokens = cluster.tokens(whole, archive)
    term = terms.content(terms.count(tokens))["term"].iloc[9]
    expected = tokens.loc[tokens["term"] == term, "article_id"].unique()
    assert sorted(cluster.having(whole, archive, term)["article_id"]) == sorted(expected)
    assert len(cluster.having(whole, "seeds", term)) == len(whole)  # of raw articles, all


@pytest.mark.parametrize(("most", "n"), [(1, 1), (3, 3), (4, 4), (7, 7), (100, 7)])
def test_a_choice_of_articles_is_even_and_not_larger_than_asked_for(most, n):
    articles = pd.DataFrame({"article_id": list("abcdefg")})
    assert 0 < len(cluster.thinned(articles, most)) <= n
    assert cluster.thinned(articles, most)["article_id"].iloc[0] == "a"
    assert cluster.thinned(articles.head(0), most).empty


def test_lists_and_decisions_of_a_folder_hold_for_its_articles(tmp_path):
    (tmp_path / "خبر.txt").write_text(
        "قصف الطيران مواقع.\nزار فلتان العلاني بغداد وقصف الطيران بغداد.", encoding="utf-8"
    )
    own = "actor_id,actor,actor_ar,kind,spellings\nfultan,Fultan,فلتان العلاني,person,فلتان العلاني\n"
    (tmp_path / "actors.csv").write_text(own, encoding="utf-8")
    articles = cluster.articles(tmp_path)
    mentions = cluster.mentions(articles, tmp_path)
    assert "fultan" in set(mentions["actor_id"])
    found = cluster.events(articles, mentions, tmp_path)
    assert_frame_equal(cluster.reviewed(found, articles, tmp_path), found)
    first = events.fingerprint(found, articles).iloc[0]
    (tmp_path / "reviews.csv").write_text(f"fingerprint,decision\n{first},rejected\n", encoding="utf-8")
    assert found["event_id"].iloc[0] not in set(cluster.reviewed(found, articles, tmp_path)["event_id"])


@pytest.mark.parametrize("engine", ["duckdb", "pyarrow"])
@pytest.mark.parametrize("by", [None, "source", "month"])
def test_counts_are_those_of_all_articles_at_once(archive, monkeypatch, by, engine):
    pytest.importorskip(engine)
    monkeypatch.setattr(stored.importlib.util, "find_spec", lambda name: name == engine)
    articles = cluster.articles(archive)
    articles = articles.assign(month=articles["published"].dt.strftime("%Y-%m"))
    assert_frame_equal(cluster.counts(archive, by=by), terms.count_articles(articles, by=by), check_dtype=False)


def test_a_question_is_answered_without_loading_the_tables(archive):
    pytest.importorskip("duckdb")
    found = cluster.query(archive, "select count(*) as n from mentions")
    assert found["n"].tolist() == [cluster.rows(archive)["mentions"]]


def test_a_question_without_its_engine_says_what_to_install(archive, monkeypatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(ModuleNotFoundError, match=r"requirements-cluster\.txt"):
        cluster.query(archive, "select 1")


def test_processes_change_nothing(archive, source, tmp_path):
    assert contents(cluster.run(source, tmp_path / "out", settings=SETTINGS, processes=2)) == contents(archive)


def test_a_second_run_writes_nothing(archive, source):
    before = files(archive)
    cluster.run(source, archive, settings=SETTINGS, processes=1)
    assert files(archive) == before


def test_a_changed_list_redoes_what_depends_on_it(source, tmp_path):
    out = cluster.run(source, tmp_path / "out", settings=SETTINGS, processes=1)
    before, names = files(out), lists.actors()
    changed = SETTINGS._replace(names=names[names["kind"] == "state"])
    after = files(cluster.run(source, out, settings=changed, processes=1))
    again = {path.parent.name for path in after if before.get(path) != after[path]}
    assert again == {"mentions", "events", "problems"}
    told = cluster.table(out, "mentions")
    listed = told[~told["rule"].str.contains("not listed")]  # persons are known by the form of their names too
    assert set(listed["kind"]) <= {"state", "organisation"}


def test_an_archive_keeps_the_lists_of_its_articles_and_the_decisions_made_on_it(source, tmp_path):
    place, out = tmp_path / "articles", tmp_path / "archive"
    place.mkdir()
    shutil.copy(source, place)
    (place / "stop_words.csv").write_text("word\nبغداد\n", encoding="utf-8")
    (place / "reviews.csv").write_text("fingerprint,decision\nabc,rejected\n", encoding="utf-8")
    cluster.run(place, out, processes=1)
    assert cluster.stop_words(out) == ["بغداد"] and len(load.reviews(out)) == 1
    (out / "reviews.csv").write_text("fingerprint,decision\nabc,rejected\ndef,accepted\n", encoding="utf-8")
    cluster.run(place, out, processes=1)
    assert len(load.reviews(out)) == 2


def test_families_redo_only_the_counts(source, tmp_path):
    out = cluster.run(source, tmp_path / "out", settings=SETTINGS, processes=1)
    before, common = files(out), cluster.counts(out)["term"].iloc[:2]
    families = pd.DataFrame({"word": [common[0]], "family": [common[1]]})
    after = files(cluster.run(source, out, settings=SETTINGS._replace(families=families), processes=1))
    assert {path.parent.name for path in after if before.get(path) != after[path]} == {"terms", "counts"}


def test_a_new_article_redoes_its_part_only(articles, tmp_path):
    source = write_lines(tmp_path / "articles.jsonl", articles[:10])
    out = cluster.run(source, tmp_path / "out", settings=SETTINGS, processes=1)
    before = files(out)
    write_lines(source, articles[:11])
    after = files(cluster.run(source, out, settings=SETTINGS, processes=1))
    kept = [path for path in after if path.parent.name == "articles" and before.get(path) == after[path]]
    assert [path.name[:6] for path in sorted(kept)] == ["000000", "000001"]
    assert len(cluster.articles(out)) == 11


@pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9")
def test_ten_kills_lose_nothing(archive, source, tmp_path):
    out = tmp_path / "out"
    total = len(files(archive))
    for kill in range(10):
        started = start(source, out, processes=2 if kill in (3, 7) else 1)
        while started.is_alive() and len(files(out)) < (kill + 1) * total // 13:
            time.sleep(0.01)
        started.kill()
        started.join()
    cluster.run(source, out, settings=SETTINGS, processes=1)
    assert contents(out) == contents(archive)
    assert {path.name for path in files(out)} == {path.name for path in files(archive)}
    assert not list(out.rglob(f"*{folder.TEMPORARY}"))


def test_a_run_that_was_never_completed_is_said_so(tmp_path):
    with folder.locked(tmp_path), pytest.raises(FileNotFoundError, match="no run has been completed"):
        cluster.table(tmp_path, "articles")


def start(source, out, processes):
    """Start a run in a process of its own, forked from one that has the package imported."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["analysis.cluster"])
    options = {"settings": SETTINGS, "processes": processes}
    started = context.Process(target=cluster.run, args=(source, out), kwargs=options)
    started.start()
    return started


def test_articles_in_are_articles_out_and_problems(articles, tmp_path):
    damaged = ['{"text": "مقطوع', "[1]", {"id": "b1", "text": "… — !!!"}, '{"id": "b2", "text": "\\ud800"}']
    given = [*articles[:9], *damaged[:2], *articles[9:15], *damaged[2:], *articles[15:]]
    out = cluster.run(write_lines(tmp_path / "articles.jsonl", given), tmp_path / "out", settings=SETTINGS, processes=1)
    assert len(cluster.table(out, "articles")) == len(articles)
    assert len(cluster.table(out, "problems")) == len(damaged)


@pytest.mark.parametrize(("module", "stage"), [(actors, "mentions"), (events, "find"), (load, "part")])
def test_an_article_on_which_a_stage_fails_stops_no_other(articles, tmp_path, monkeypatch, module, stage):
    monkeypatch.setattr(module, stage, partial(failing, getattr(module, stage)))
    out = cluster.run(
        write_lines(tmp_path / "some.jsonl", articles[:6]), tmp_path / "out", settings=SETTINGS, processes=1
    )
    problems = cluster.table(out, "problems")
    assert len(problems) == 1 and "ZeroDivisionError" in problems["detail"][0]
    assert len(cluster.table(out, "articles")) == (5 if stage == "part" else 6)


def failing(stage, articles, *rest, **options):
    """Do a stage, but fail where article a2 is among the articles."""
    names = articles["article_id"] if isinstance(articles, pd.DataFrame) else [each.article_id for each in articles]
    if "a2" in set(names):
        raise ZeroDivisionError
    return stage(articles, *rest, **options)


def test_a_second_run_at_the_same_time_says_so(source, tmp_path):
    with folder.locked(tmp_path), pytest.raises(cluster.Busy, match="another run is writing"):
        cluster.run(source, tmp_path, processes=1)


def test_a_full_disk_is_one_clear_error_and_keeps_the_last_good_state(articles, tmp_path, monkeypatch):
    source, out = write_lines(tmp_path / "articles.jsonl", articles[:10]), tmp_path / "out"
    before = contents(cluster.run(source, out, settings=SETTINGS, processes=1))
    write_lines(source, articles)
    write_table, written = folder.parquet.write_table, []

    def full(table, handle, **options):
        written.append(table)
        if len(written) > 12:
            handle.write(b"half")
            raise OSError(errno.ENOSPC, "No space left on device")
        write_table(table, handle, **options)

    monkeypatch.setattr(folder.parquet, "write_table", full)
    with pytest.raises(cluster.Unwritable, match=r"cannot be written \(No space left on device\): make room"):
        cluster.run(source, out, settings=SETTINGS, processes=1)
    assert contents(out) == before
    monkeypatch.undo()
    assert len(cluster.articles(cluster.run(source, out, settings=SETTINGS, processes=1))) == len(articles)


def test_a_file_that_may_not_grow_is_an_error_of_the_system_too(source, tmp_path):
    pytest.importorskip("resource")
    command = [sys.executable, "-c", LIMITED, source, tmp_path / "out"]
    found = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True
    )
    assert "Unwritable" in found.stderr.splitlines()[-1] and "File too large" in found.stderr


def test_an_output_folder_that_cannot_be_made_is_one_clear_error(source, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(cluster.Unwritable, match="cannot be written"):
        cluster.run(source, tmp_path / "file" / "out", processes=1)


def test_an_output_folder_in_the_source_is_refused(tmp_path):
    with pytest.raises(ValueError, match="choose an output folder beside it"):
        cluster.run(tmp_path, tmp_path / "out", processes=1)


def test_a_folder_without_articles_gives_empty_tables(tmp_path):
    (tmp_path / "source").mkdir()
    out = cluster.run(tmp_path / "source", tmp_path / "out", processes=1)
    assert {name: len(cluster.table(out, name)) for name in TABLES} == dict.fromkeys(TABLES, 0)


def test_a_single_file_that_cannot_be_read_is_told_with_its_reason(tmp_path):
    (tmp_path / "scan.png").write_bytes(b"\x89PNG")
    for read in (cluster.articles, cluster.reading):
        with pytest.raises(mistakes.NoArticles, match=r"scan\.png: unknown format: «\.png»: a picture: recognise"):
            read(tmp_path / "scan.png")


def test_raw_articles_are_read_in_place_of_an_output_folder():
    articles = cluster.articles(ROOT / "seeds")
    assert_frame_equal(articles, load.articles(ROOT / "seeds"))
    assert not cluster.is_output(ROOT / "seeds")


OPENED = """
import sys
from pathlib import Path
opened = set()
sys.addaudithook(lambda event, args: opened.add(str(args[0])) if event == "open" else None)
import pandas
texts = [path.read_text(encoding="utf-8") for path in sorted(Path("seeds").glob("*.txt"))]
articles = pandas.DataFrame({"article_id": [str(n) for n, _ in enumerate(texts)], "text": texts})
articles = articles.assign(published=pandas.to_datetime("2023-08-10"))
columns = ["article_id", "start", "end", "actor_id", "use", "via", "matched"]
none = pandas.DataFrame(columns=columns, dtype="str")
"""
CALLS = {
    "articles": "from analysis import load; load.articles('seeds')",
    "words": "from analysis.arabic import letters, words; words.counts(texts, spelling=letters.bare)",
    "terms": "from analysis.terms import naming; naming.terms(pandas.Index(['وزير']), [1])",
    "mentions": "from analysis import actors; actors.mentions(articles)",
    "events": "from analysis import events; events.find(articles, none)",
}
PRINT = "print(*(Path(path).stem for path in opened if Path(path).parts[-3:-1] == ('analysis', 'lists')))"


@pytest.mark.parametrize("stage", CALLS)
def test_a_stage_reads_no_list_that_is_not_in_its_key(stage):
    """What a stage opens in a fresh process is among the lists that its key is made of."""
    code = f"{OPENED}\n{CALLS[stage]}\n{PRINT}"
    found = subprocess.run([sys.executable, "-c", code], **AT_HOME, capture_output=True, text=True, check=True)
    module = keys.PACKAGE / keys.STAGES[stage][0]
    modules = keys.reached(module / "__init__.py" if module.is_dir() else module)
    opened = {name for name in found.stdout.split() if (lists.FOLDER / f"{name}.csv").is_file()}
    assert opened <= {path.stem for path in keys.lists_of(modules)}


def times_ten(number):
    """Return ten times a number."""
    return 10 * number


@pytest.mark.parametrize("processes", [1, 2])
def test_parts_are_mapped_in_order(processes):
    assert list(cluster.map_parts(times_ten, iter(range(9)), processes=processes)) == [10 * n for n in range(9)]


def ends(number):
    """End this process as a lack of memory would."""
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_killed_process_is_said_in_plain_words():
    with pytest.raises(RuntimeError, match="run again with fewer processes"):
        list(cluster.map_parts(ends, range(3), processes=2))


def ends_once(number, marks):
    """End the worker at the first call for part 3; else return ten times the number."""
    mark = Path(marks) / "killed"
    if number == 3 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return 10 * number


@pytest.fixture
def dask():
    """Return dask.distributed, an optional requirement."""
    return pytest.importorskip("distributed")


@pytest.mark.parametrize("workers", [1, 2, 4])
def test_dask_workers_make_the_same_tables(dask, archive, source, tmp_path, workers):
    with (
        dask.LocalCluster(workers, threads_per_worker=1, dashboard_address=None) as local,
        dask.Client(local) as client,
    ):
        out = cluster.run(source, tmp_path / "out", settings=SETTINGS, client=client)
    assert contents(out) == contents(archive)


def test_a_killed_dask_worker_loses_nothing(dask, tmp_path):
    with dask.LocalCluster(2, threads_per_worker=1, dashboard_address=None) as local, dask.Client(local) as client:
        found = list(cluster.map_parts(partial(ends_once, marks=str(tmp_path)), range(8), client))
    assert found == [10 * n for n in range(8)]
    assert (tmp_path / "killed").exists()


def test_cores_are_counted():
    assert mapping.cores() >= 1
