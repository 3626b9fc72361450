"""Reads the other files of Rilievo back: CSV, archives, and the dossier.

    dossier_check.py FOLDER [it|en]

FOLDER holds what the tests left: `survey.json` and one file of each kind.
"""

import csv
import hashlib
import html
import io
import json
import re
import sys
from pathlib import Path
from zipfile import ZipFile

import docx
import openpyxl

RECEIVED = ("submitted", "returned", "approved")
SEPARATOR = {"it": ";", "en": ","}


def check(holds, why):
    if not holds:
        sys.exit(f"dossier: {why}"[:400])


def lines(data, language):
    text = data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=SEPARATOR[language], strict=True))


def tables(folder, survey, language):
    """One row for each body; all rows as long as the first; no cell a formula."""
    head = survey["head"]
    long = lines((folder / f"csv-long-{language}.csv").read_bytes(), language)
    wide = lines((folder / f"csv-wide-{language}.csv").read_bytes(), language)
    for name, table in [("long", long), ("wide", wide)]:
        check(len({len(row) for row in table}) == 1, f"{name}: rows of several lengths")
        check(not any(re.match(r"[=@]", cell) for row in table for cell in row), f"{name}: a formula")
    check(len(wide) == len(head["partners"]) + 1, f"{len(wide) - 1} bodies in the wide table")
    for row, partner in zip(wide[1:], head["partners"]):
        check(partner["name"] in row, f"{partner['name']} is out of order")
    given = [a["value"]["text"] for s in survey["sheets"] for a in s.get("answers", {}).values()
             if a["state"] == "given" and "text" in a.get("value", {})]
    cells = {re.sub(r"\s+", " ", cell.lstrip("'")) for row in long for cell in row}
    for text in given:
        check(re.sub(r"\s+", " ", text) in cells, f"nobody says {text!r}")
    return len(long) - 1


def bodies(path, received):
    with ZipFile(path) as archive:
        names = archive.namelist()
        check(len(names) == received, f"{len(names)} reports of {received} bodies")
        for name in names:
            document = docx.Document(io.BytesIO(archive.read(name)))
            check(document.core_properties.title, f"{name} has no title")
            check(len(document.tables) > 0, f"{name} has no table")


def dossier(path, survey, language):
    with ZipFile(path) as archive:
        check(archive.testzip() is None, "the archive is damaged")
        check({i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}, "a clock")
        files = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(files.pop("manifest.json"))
    listed = files.pop("MANIFEST.txt").decode()
    check({f["name"] for f in manifest["files"]} == set(files), "the manifest lists other files")
    for file in manifest["files"]:
        data = files[file["name"]]
        check(hashlib.sha256(data).hexdigest() == file["sha256"], f"{file['name']}: another hash")
        check(f"{file['sha256']}  {file['name']}\n" in listed, f"{file['name']} is not listed")
    fingerprint = manifest["fingerprint"]
    check(re.fullmatch("[0-9a-f]{64}", fingerprint), f"fingerprint {fingerprint}")
    of = lambda ending: [name for name in files if name.endswith(ending)]
    for name in of(".html"):
        text = html.unescape(files[name].decode())
        check(fingerprint in text, f"{name} has another fingerprint")
        check("<script" not in text and "default-src 'none'" in text, f"{name} lets something in")
    for name in of(".docx"):
        document = docx.Document(io.BytesIO(files[name]))
        check(document.core_properties.identifier == fingerprint, f"{name}: another fingerprint")
        check(document.core_properties.version == manifest["version"], f"{name}: another version")
    for name in of(".xlsx"):
        book = openpyxl.load_workbook(io.BytesIO(files[name]))
        about = {cell for row in book[book.sheetnames[-1]].iter_rows(values_only=True) for cell in row}
        check(fingerprint in about, f"{name} has another fingerprint")
    bundle = json.loads(files[of(".json")[0]])
    check(fingerprint in bundle["fingerprint"], "the bundle has another fingerprint")
    check(bundle["survey"]["sheets"] == survey["sheets"], "the bundle has other sheets")
    charts = [name for name in of(".svg")]
    check(charts and all(b"<svg" in files[name][:200] for name in charts), "no chart")
    for name in of(".csv"):
        rows = lines(files[name], language)
        check(len(rows) > 1, f"{name} is empty")
    return len(files)


def main(folder, language="it"):
    folder = Path(folder)
    survey = json.loads((folder / "survey.json").read_text(encoding="utf-8"))["survey"]
    received = sum(s.get("status") in RECEIVED for s in survey["sheets"])
    rows = tables(folder, survey, language)
    bodies(folder / f"bodies-{language}.zip", received)
    files = dossier(folder / f"dossier-{language}.zip", survey, language)
    print(f"{folder} ({language}): {rows} rows of CSV, {received} reports of bodies, {files} files in the dossier")


if __name__ == "__main__":
    main(*sys.argv[1:])
