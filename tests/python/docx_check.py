"""Reads a report of Rilievo with python-docx, and compares it with the bundle.

    docx_check.py REPORT BUNDLE [it|en]

What is looked for comes from the bundle's own JSON, without any code of the app.
"""

import json
import re
import sys
from zipfile import ZipFile

import docx
from docx.oxml.ns import qn

LANGUAGE = {"it": "it-IT", "en": "en-GB"}
ANNEX = {"it": "Allegato", "en": "Annex"}
# The order in which the standard wants what is inside these (part of it).
ORDER = {
    "pPr": ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr",
            "pBdr", "shd", "tabs", "spacing", "ind", "jc", "outlineLvl", "rPr", "sectPr"],
    "rPr": ["rStyle", "rFonts", "b", "bCs", "i", "iCs", "strike", "color", "sz", "szCs", "u", "lang"],
    "tblPr": ["tblStyle", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar"],
    "tcPr": ["tcW", "gridSpan", "vMerge", "tcBorders", "shd", "vAlign"],
    "sectPr": ["headerReference", "footerReference", "pgSz", "pgMar", "cols", "titlePg", "docGrid"],
}


def check(holds, why):
    if not holds:
        sys.exit(f"docx: {why}"[:400])


def flat(text):
    return re.sub(r"\s+", " ", text).strip()


def words(element):
    return flat("".join(t.text or "" for t in element.iter(qn("w:t"))))


def is_well_ordered(document):
    """A strict reader refuses a file whose properties stand in another order."""
    for name, order in ORDER.items():
        for element in document.element.iter(qn(f"w:{name}")):
            found = [c.tag.split("}")[1] for c in element]
            for child in found:
                check(child in order, f"{name} holds {child}")
            places = [order.index(child) for child in found]
            check(places == sorted(places), f"{name} in the order {found}")


def looks(document, language):
    section = document.sections[0]
    check((round(section.page_width.mm), round(section.page_height.mm)) == (210, 297), "not A4")
    defaults = document.styles.element.find(qn("w:docDefaults"))
    lang = defaults.find(".//" + qn("w:lang")).get(qn("w:val"))
    check(lang == LANGUAGE[language], f"the language is {lang}")
    used = {p.style.name for p in document.paragraphs}
    for name in ["Title", "Heading 1", "Heading 2", "Heading 3", "Caption", "toc 1", "toc 2"]:
        check(name in used, f"nothing is a {name}: {sorted(used)}")
    check(section.different_first_page_header_footer, "the cover has a header")
    check(document.core_properties.title in section.header.paragraphs[0].text, "the header")
    foot = section.footer._element
    fields = [i.text for i in foot.iter(qn("w:instrText"))]
    check(fields == ["PAGE", "NUMPAGES"], f"fields of the footer: {fields}")
    short = document.core_properties.identifier[:12]
    check(len(short) == 12 and short in words(foot), "no fingerprint in the footer")


def fields_and_links(document):
    body = document.element
    kinds = [c.get(qn("w:fldCharType")) for c in body.iter(qn("w:fldChar"))]
    for kind in ["begin", "separate", "end"]:
        check(kinds.count(kind) == len(kinds) // 3, f"fields: {kind}")
    marks = [m.get(qn("w:name")) for m in body.iter(qn("w:bookmarkStart"))]
    check(len(marks) == len(set(marks)), "two places of one name")
    for link in body.iter(qn("w:hyperlink")):
        anchor = link.get(qn("w:anchor"))
        check(anchor is None or anchor in marks, f"a link leads to {anchor}")
        if anchor is None:
            target = document.part.rels[link.get(qn("r:id"))].target_ref
            check(re.match(r"(https?|mailto):", target), f"a link leads to {target}")
    contents = [p for p in document.paragraphs if p.style.name.startswith("toc ")]
    listed = [words(p._element) for p in contents]
    headings = [flat(h.text) for h in document.paragraphs if h.style.name.startswith("Heading")]
    check([t for t in listed if t] == headings, "the contents are not the headings")
    return headings


def tables_and_figures(document):
    for table in document.tables:
        rows = table._tbl.tr_lst
        head = rows[0].find(qn("w:trPr") + "/" + qn("w:tblHeader"))
        first = [cell.text for cell in table.rows[0].cells]
        check(head is not None or not any(first), f"a head that is not repeated: {first}")
    captions = [p for p in document.paragraphs if p.style.name == "Caption"]
    counted = {}
    for caption in captions:
        field = [i.text for i in caption._element.iter(qn("w:instrText"))]
        check(len(field) == 1, f"a caption that does not count: {caption.text}")
        kind = field[0].split()[1]
        counted[kind] = counted.get(kind, 0) + 1
        check(words(caption._element).startswith(f"{kind} {counted[kind]}. "), words(caption._element))
    pictures = list(document.element.iter(qn("wp:docPr")))
    check(len({p.get("id") for p in pictures}) == len(pictures), "two pictures of one id")
    for picture in pictures:
        check(len(picture.get("descr") or "") > 20, f"{picture.get('name')} says nothing")
    check(len(document.inline_shapes) == len(pictures) > 0, "no picture")
    return len(document.tables), len(pictures)


def says_what_the_bundle_says(document, survey, headings, language):
    head = survey["head"] if "head" in survey else survey
    check(document.core_properties.title == head["title"], "another title")
    whole = words(document.element)
    questionnaire = head["questionnaire"]
    joined = "\n".join(headings)
    for dimension in questionnaire["dimensions"]:
        label = flat(dimension["title"].get(language) or dimension["title"]["it"])
        check(label in joined, f"no heading of dimension {dimension['id']}")
    for question in questionnaire["questions"]:
        label = flat(question["label"].get(language) or question["label"]["it"])
        check(label in whole, f"question {question['id']} is not asked")
    received = [s for s in survey["sheets"] if s.get("status") in ("submitted", "returned", "approved")]
    names = {p["id"]: p["name"] for p in head["partners"]}
    order = [p["id"] for p in head["partners"]]
    received.sort(key=lambda sheet: order.index(sheet["partner"]))
    annexes = [h for h in headings if h.startswith(ANNEX[language] + " ")]
    check(len(annexes) == len(received), f"{len(annexes)} annexes of {len(received)} sheets")
    for sheet, annex in zip(received, annexes):
        check(names[sheet["partner"]] in annex, f"{annex}: not {names[sheet['partner']]}")
    struck = {r.text for r in runs(document) if r.find(qn("w:rPr") + "/" + qn("w:strike")) is not None}
    struck = " ".join(struck)
    for partner in head["partners"]:
        missing = partner["id"] not in {s["partner"] for s in received}
        check((partner["name"] in struck) is missing, f"{partner['name']} struck out")
    answers(document, received, ANNEX[language])
    check(re.fullmatch("[0-9a-f]{64}", document.core_properties.identifier), "no fingerprint")
    check(document.core_properties.identifier in whole, "no fingerprint on the cover")


def runs(document):
    for run in document.element.iter(qn("w:r")):
        yield run


def answers(document, received, annex):
    """Every text that a body gave stands in its annex."""
    parts, current = {}, None
    for element in document.element.body:
        if element.tag == qn("w:p"):
            style = element.find(qn("w:pPr") + "/" + qn("w:pStyle"))
            if style is not None and style.get(qn("w:val")) == "Heading1":
                current = words(element) if words(element).startswith(annex) else None
        if current:
            parts[current] = parts.get(current, "") + " " + words(element)
    for sheet, text in zip(received, parts.values()):
        for question, answer in sheet.get("answers", {}).items():
            value = answer.get("value") or {}
            if answer["state"] == "given" and "text" in value:
                check(flat(value["text"]) in text, f"{sheet['partner']} {question}: {value['text']}")


def main(report, bundle, language="it"):
    with open(bundle, encoding="utf-8") as file:
        survey = json.load(file)["survey"]
    with ZipFile(report) as archive:
        check(archive.testzip() is None, "the archive is damaged")
    document = docx.Document(report)
    is_well_ordered(document)
    looks(document, language)
    headings = fields_and_links(document)
    tables, pictures = tables_and_figures(document)
    says_what_the_bundle_says(document, survey, headings, language)
    print(f"{report}: {len(headings)} headings, {tables} tables, {pictures} pictures, as in the bundle")


if __name__ == "__main__":
    main(*sys.argv[1:])
