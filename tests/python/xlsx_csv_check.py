"""Reads the answers as CSV with Python's own reader, and compares them with the
sheets of the workbook of the same survey.

    xlsx_csv_check.py WORKBOOK LONG.csv WIDE.csv [it|en]
"""

import csv
import datetime
import io
import sys

import openpyxl


def check(holds, why):
    if not holds:
        sys.exit(f"csv: {why}"[:400])


def written(cell, language):
    """A cell of the workbook as the CSV writes it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return {"it": ("No", "Sì"), "en": ("No", "Yes")}[language][cell]
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat()
    if isinstance(cell, str):
        # A text that would become a formula is marked.
        return "'" + cell if cell[:1] in ("=", "+", "-", "@", "\t", "\r", "\n") else cell
    return None


def number(text, language):
    return float(text.replace(",", ".") if language == "it" else text)


def same(sheet, path, language):
    """Every cell of the file is that of the sheet; texts that go on in further
    columns of the sheet are whole in the file."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        text = file.read()
    check(text.count("\r\n") > 0, f"{path}: lines end otherwise than in CRLF")
    separator = ";" if language == "it" else ","
    lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    rows = list(sheet.iter_rows(values_only=True))
    check(len(lines) == len(rows), f"{path}: {len(lines)} lines, {len(rows)} rows")
    width = len(lines[0])
    check(tuple(lines[0]) == rows[0][:width], f"{path}: other headings")
    for at, (line, row) in enumerate(zip(lines[1:], rows[1:]), start=2):
        check(len(line) == width, f"{path}, line {at}: {len(line)} cells")
        for cell, of in zip(line, row):
            expected = written(of, language)
            if expected is None:
                check(number(cell, language) == of, f"{path}, line {at}: {cell!r}, not {of!r}")
            elif len(expected) > 30_000:
                check(cell.startswith(expected), f"{path}, line {at}: a long text")
            else:
                check(cell == expected, f"{path}, line {at}: {cell!r}, not {expected!r}")
    return len(lines) - 1


def main(workbook, long, wide, language="it"):
    book = openpyxl.load_workbook(workbook)
    rows = [same(sheet, path, language) for sheet, path in zip(book.worksheets, (long, wide))]
    print(f"{long}, {wide}: {rows[0]} and {rows[1]} rows, as in the workbook")


if __name__ == "__main__":
    main(*sys.argv[1:])
