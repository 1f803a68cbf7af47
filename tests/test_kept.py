"""Kept: what is made once is read the next time, and made anew when its file is damaged or its sources change."""

import pytest

from analysis import kept


@pytest.fixture
def folder(monkeypatch, tmp_path):
    monkeypatch.setattr(kept.cache, "folder", lambda: tmp_path)
    return tmp_path


def test_it_is_made_once(folder):
    made = []
    values = [kept.made("numbers", lambda: made.append(1) or {"a": 1}) for _ in range(3)]
    assert values == [{"a": 1}] * 3 and made == [1]


def test_a_damaged_file_is_made_anew(folder):
    kept.made("numbers", lambda: [1, 2])
    next(folder.glob("numbers-*.pickle")).write_bytes(b"\x80cut short")
    assert kept.made("numbers", lambda: [1, 2]) == [1, 2]


def test_other_sources_make_it_anew_and_forget_the_old(folder, monkeypatch):
    kept.made("numbers", lambda: "old")
    monkeypatch.setattr(kept, "fingerprint", lambda: "other")
    assert kept.made("numbers", lambda: "new") == "new"
    assert [file.name for file in folder.glob("numbers-*")] == ["numbers-other.pickle"]


def test_a_machine_without_a_place_makes_it_each_time(monkeypatch, tmp_path):
    monkeypatch.setattr(kept.cache, "folder", lambda: tmp_path / "file" / "below")
    (tmp_path / "file").write_text("no folder")
    assert kept.made("numbers", lambda: 7) == 7
