"""Has LibreOffice make a PDF of a report, and looks whether its headings are there.

    office_check.py SOFFICE REPORT FOLDER

Each heading of the report is to be a bookmark of the PDF, in order and level; the
PDF has more than one page, and its pages are A4.
"""

import re
import subprocess
import sys
from pathlib import Path

import docx
from pypdf import PdfReader

FILTER = "pdf:writer_pdf_Export:" + \
    '{"ExportBookmarks":{"type":"boolean","value":"true"},"UseTaggedPDF":{"type":"boolean","value":"true"}}'


def check(holds, why):
    if not holds:
        sys.exit(f"office: {why}"[:400])


def flat(text):
    return re.sub(r"\s+", " ", text).strip()


def outline(entries, level=1):
    for entry in entries:
        if isinstance(entry, list):
            yield from outline(entry, level + 1)
        else:
            yield level, flat(entry.title)


def main(soffice, report, folder):
    profile = (Path(folder) / "office").resolve().as_uri()
    subprocess.run([soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", FILTER,
                    "--outdir", folder, report], check=True, timeout=300)
    pdf = PdfReader(Path(folder) / (Path(report).stem + ".pdf"))
    headings = [(int(p.style.name[-1]), flat(p.text)) for p in docx.Document(report).paragraphs
                if p.style.name.startswith("Heading ")]
    made = list(outline(pdf.outline))
    check(made == headings, f"bookmarks: {[m for m in made if m not in headings][:3]}, "
                            f"not {[h for h in headings if h not in made][:3]}")
    check(len(pdf.pages) > 5, f"{len(pdf.pages)} pages")
    box = pdf.pages[0].mediabox
    check((round(box.width), round(box.height)) == (595, 842), f"pages of {box}")
    check(pdf.trailer["/Root"].get("/MarkInfo"), "the PDF has no structure")
    print(f"{report}: {len(headings)} headings on {len(pdf.pages)} pages")


if __name__ == "__main__":
    main(*sys.argv[1:])
