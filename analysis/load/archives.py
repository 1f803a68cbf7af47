"""Zip archives, office files among them, read without unpacking: what is too large or not safe is refused."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from analysis.load.documents import Unreadable

LARGEST_ARCHIVE = 1_000_000_000  # bytes that the members of a zip may unpack to
LARGEST_RATIO = 200  # unpacked to packed; text packs to a fifth, office files to a thirtieth, bombs to a thousandth
RATIO_COUNTS_FROM = 5_000_000  # bytes unpacked; below that a ratio does no harm
LARGEST_IN_MEMORY = 50_000_000  # bytes of a member
MOST_MEMBERS = 200_000
HEAD = 65_536  # bytes of an XML file in which a document type may stand
OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # Word and Excel before 2007, and every Office file with a password

# What reading a member raises when its bytes are wrong.
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


def opened(handle: BinaryIO, kind: str = "zip") -> zipfile.ZipFile:
    """Return an archive whose list of members is whole and unpacks to a sane size; raise Unreadable otherwise."""
    try:
        archive = zipfile.ZipFile(handle)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Unreadable(f"damaged {kind} file", "it ends too early or was changed: get it again") from error
    check_size(archive.infolist(), kind)
    return archive


def check_size(infos: list[zipfile.ZipInfo], kind: str) -> None:
    """Raise Unreadable where the members would fill the memory."""
    unpacked, packed = sum(info.file_size for info in infos), sum(info.compress_size for info in infos)
    bomb = unpacked > RATIO_COUNTS_FROM and unpacked > LARGEST_RATIO * max(1, packed)
    if unpacked > LARGEST_ARCHIVE or bomb or len(infos) > MOST_MEMBERS:
        size = f"{len(infos):,} parts, {packed / 1e6:.1f} MB that unpack to {unpacked / 1e6:,.0f} MB"
        raise Unreadable(f"{kind} bomb", f"{size}: if it is really yours, unpack it and read the folder")


def members(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo | Unreadable]:
    """Yield the files of an archive, and in place of one that is not to be read an Unreadable."""
    for info in archive.infolist():
        path = PurePosixPath(info.filename.replace("\\", "/"))
        if info.is_dir() or "__MACOSX" in path.parts:
            continue
        refusal = objection(info, path)
        yield Unreadable(*refusal, member=info.filename) if refusal else info


def member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> BinaryIO:
    """Return a member, opened: in memory where it is small, for most readers go to and fro in it."""
    part = archive.open(info)
    if info.file_size > LARGEST_IN_MEMORY:
        return part
    with part:
        return io.BytesIO(part.read())


def objection(info: zipfile.ZipInfo, path: PurePosixPath) -> tuple[str, str] | None:
    """Return why a member is not to be read."""
    if path.is_absolute() or ".." in path.parts or path.parts[0].endswith(":"):
        return (
            "path out of the archive",
            "its name leads to another folder: do not unpack it, ask who made it",
        )
    if info.flag_bits & 1:
        return "locked zip file", "it needs a password: unpack it and read the folder"
    if path.suffix.lower() == ".zip":
        return "zip inside a zip", "unpack the outer one and read the folder"
    return None


def office(handle: BinaryIO, *, kind: str, largest: int) -> zipfile.ZipFile:
    """Return the archive that a Word or Excel file is; raise Unreadable where it is damaged, locked or no safe XML.

    `largest` is the number of bytes that its XML may unpack to.
    """
    if handle.read(len(OLD_OFFICE)) == OLD_OFFICE:
        handle.seek(0)
        raise locked_or_old(handle.read(HEAD * 4), kind)
    handle.seek(0)
    archive = opened(handle, kind)
    parts = [info for info in archive.infolist() if info.filename.endswith((".xml", ".rels"))]
    size = sum(info.file_size for info in parts)
    if size > largest:
        raise Unreadable(f"{kind} bomb", f"its text unpacks to {size / 1e6:,.0f} MB: save the article as plain text")
    for info in parts:
        check_entities(head(archive, info, kind), kind)
    return archive


def locked_or_old(raw: bytes, kind: str) -> Unreadable:
    """Return what to say of an Office file that is no archive."""
    if "EncryptedPackage".encode("utf-16-le") in raw:
        return Unreadable(f"locked {kind} file", "it needs a password: open it and save it without one")
    return Unreadable(f"old {kind} file", "it is from before 2007: open it and save it in today's format")


def head(archive: zipfile.ZipFile, info: zipfile.ZipInfo, kind: str) -> bytes:
    """Return the first bytes of a member; raise Unreadable where it is damaged."""
    try:
        with archive.open(info) as part:
            return part.read(HEAD)
    except Exception as error:  # zlib, zipfile and decryption have errors of their own
        raise Unreadable(f"damaged {kind} file", f"{info.filename}: {error}: get the file again") from error


def check_entities(xml: bytes, kind: str) -> None:
    """Raise Unreadable where XML defines entities: they multiply, or fetch other files; no article needs them."""
    plain = xml.replace(b"\0", b"")  # UTF-16
    if b"<!ENTITY" not in plain:
        return
    if b"SYSTEM" in plain or b"PUBLIC" in plain:
        raise Unreadable(f"{kind} file with an external entity", "it asks for another file: do not open it elsewhere")
    raise Unreadable(f"{kind} file with an entity bomb", "it defines text that multiplies itself: ask who made it")
