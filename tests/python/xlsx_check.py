"""Reads a workbook of Rilievo with openpyxl, and compares it with the bundle.

    xlsx_check.py WORKBOOK BUNDLE [it|en]

The workbook holds what somebody wrote, typed: every answer of every sheet that
was received is looked up in the bundle's own JSON, without any code of the app.
"""

import datetime
import json
import re
import sys

import openpyxl

SHEETS = {
    "it": ["Risposte lungo", "Risposte largo", "Dizionario dei dati", "Conteggi",
           "Evidenze", "Letture", "Enti partner", "Colonne", "Informazioni"],
    "en": ["Answers long", "Answers wide", "Codebook", "Counts",
           "Findings", "Readings", "Partners", "Columns", "About"],
}
KEYS = ["answers_long", "answers_wide", "codebook", "counts", "findings",
        "readings", "partners", "columns", "about"]
RECEIVED = ("submitted", "returned", "approved")
STATES = ("given", "blank", "unknown", "declined", "not_applicable", "unclear",
          "not_asked", "off-condition", "missing")


def check(holds, why):
    if not holds:
        sys.exit(f"xlsx: {why}"[:400])


def rows(sheet, keys):
    """The rows of a sheet, each by the technical names of its columns. A text that
    is too long for a cell goes on in the last columns."""
    lines = sheet.iter_rows(values_only=True)
    names = []
    for heading in next(lines):
        first = re.sub(r" \((?:continua|continued) \d+\)$", "", heading)
        check(heading in keys or first in keys, f"{sheet.title}: {heading} is not described")
        names.append(keys.get(heading) or keys[first])
    check(set(names) == set(keys.values()), f"{sheet.title}: a column is missing")
    found = []
    for line in lines:
        row = {}
        for name, cell in zip(names, line):
            if name not in row:
                row[name] = cell
            elif cell is not None:
                row[name] += cell
        found.append(row)
    return found


def written(text):
    """A text as spreadsheets show it: without what only steers a terminal."""
    return "".join(c for c in text if c in "\n\r\t" or not (ord(c) < 32 or 127 <= ord(c) < 160))


def spoken(text, language):
    """A text of the survey in a language; Italian where it is not translated."""
    if not text:
        return ""
    return text.get(language) or text.get("it") or next(iter(text.values()), "")


def looks(book, language):
    """Filters, headings in view, and the properties of the file."""
    check(book.sheetnames == SHEETS[language], f"sheets {book.sheetnames}")
    for sheet in book:
        check(sheet.freeze_panes and sheet.freeze_panes.endswith("2"),
              f"{sheet.title}: headings are not frozen ({sheet.freeze_panes})")
        check(sheet.auto_filter.ref and sheet.auto_filter.ref.startswith("A1:"),
              f"{sheet.title}: no filter")
        check(all(cell.font.bold for cell in sheet[1] if cell.value),
              f"{sheet.title}: headings look like rows")
        for line in sheet.iter_rows():
            for cell in line:
                check(cell.data_type != "f", f"{sheet.title} {cell.coordinate} is a formula")
                check(cell.hyperlink is None, f"{sheet.title} {cell.coordinate} is a link")


def columns(book, language):
    """Technical names of the columns of each sheet, by their headings."""
    sheet = book[SHEETS[language][KEYS.index("columns")]]
    found = {}
    for name, heading, key, *_ in sheet.iter_rows(min_row=2, values_only=True):
        found.setdefault(name, {})[heading] = key.split(".", 1)[1]
    return found


def answers(long, survey, language):
    """Every answer that was received, against the bundle."""
    head = survey["head"] if "head" in survey else survey
    questions = {q["id"]: q for q in head["questionnaire"]["questions"] if not q.get("repeats")}
    partners = {p["code"]: p for p in head["partners"]}
    sheets = {s["partner"]: s for s in survey["sheets"]}
    seen = {}
    for row in long:
        partner = partners[row["body_code"]]
        check(row["body"] == partner["name"], f"{row['body_code']} is called {row['body']}")
        key = (partner["id"], row["question"])
        seen.setdefault(key, []).append(row)
    check(len(seen) == len(partners) * len(questions), "a body has not every question")
    for (partner, question), lines in seen.items():
        sheet = sheets.get(partner, {})
        received = sheet.get("status") in RECEIVED
        answer = sheet.get("answers", {}).get(question, {}) if received else {}
        one(questions[question], answer, lines, received, language)
    # The nine states of each question add up to the bodies.
    for question in questions:
        states = [seen[p["id"], question][0]["state"] for p in head["partners"]]
        check(all(state in STATES for state in states), f"{question}: {set(states)}")
        check(len(states) == len(partners), f"{question}: {len(states)} bodies")


def one(question, answer, lines, received, language):
    """One answer: its state, and its value where it is typed."""
    where = f"{lines[0]['body_code']}, {question['id']}"
    state = lines[0]["state"]
    stored = answer.get("state", "blank")
    if not received:
        check(state == "missing", f"{where}: {state} without a sheet")
    elif state == "off-condition":
        check(stored == "given", f"{where}: off-condition of {stored}")
    elif state != "not_asked":
        check(state == stored, f"{where}: {state}, stored {stored}")
    for line in lines:
        check(line["counted"] is (state == "given"), f"{where}: counted {line['counted']!r}")
        # A workbook for anyone has no comments.
        check("comment" not in line or (line["comment"] or "") == written(answer.get("comment", "")), f"{where}: the comment")
    value = answer.get("value") or {}
    if "evidence" not in lines[0] and stored != "given":
        # What stands behind another state does not leave for anyone.
        check(all(line["value"] is None for line in lines), f"{where}: a value behind {stored}")
        return
    labels = {o["id"]: spoken(o["label"], language) for o in question.get("options", [])}
    chosen = [c["option"] for c in value.get("choices", [])]
    if question["kind"] == "multiple":
        check([line["choice"] for line in lines][:len(labels)] == list(labels), f"{where}: choices")
        if "choices" in value:
            made = [line["choice"] for line in lines if line["chosen"] is True]
            check(sorted(made) == sorted(chosen), f"{where}: {made}, not {chosen}")
        return
    line = lines[0]
    check(len(lines) == 1, f"{where}: {len(lines)} rows")
    if "choices" in value:
        check((line["value_code"] or "") == ", ".join(chosen), f"{where}: {line['value_code']}")
        check((line["value"] or "") == ", ".join(labels[c] for c in chosen), f"{where}: the label")
    elif "number" in value:
        number = line["value_number"]
        check(isinstance(number, (int, float)) and not isinstance(number, bool), f"{where}: no number")
        check(number == float(value["number"]), f"{where}: {number}")
    elif "date" in value:
        day = line["value_day"]
        if value["date"] < "1900":
            check(day == value["date"], f"{where}: {day!r}")
            return
        check(isinstance(day, datetime.datetime), f"{where}: {day!r} is no date")
        check(day.date().isoformat() == value["date"], f"{where}: {day}")
    elif "text" in value:
        check((line["value"] or "") == written(value["text"]), f"{where}: {line['value']!r}")


def wide_is_long(wide, long):
    """The two tables of answers hold the same."""
    counted = {}
    for row in long:
        body = counted.setdefault(row["body_code"], {})
        body[row["question"] + ".state"] = row["state_text"]
        if row["counted"] and row["choice"]:
            body[f"{row['question']}.{row['choice']}"] = int(bool(row["chosen"]))
        elif row["counted"]:
            typed = row["value_number"] if row["value_number"] is not None else row["value_day"]
            body[row["question"]] = row["value"] if typed is None else typed
    for row in wide:
        body = counted[row["body_code"]]
        for key, cell in row.items():
            if key in body:
                check(cell == body[key], f"{row['body_code']} {key}: {cell!r}, not {body[key]!r}")
            elif "." in key and not key.endswith("qualifier"):
                check(cell is None, f"{row['body_code']} {key}: {cell!r} counts nowhere")


def counts_are_answers(counts, long):
    """What is counted is what the answers say."""
    for row in counts:
        check(type(row["k"]) is int and type(row["n"]) is int, "a count is no number")
        if row["code"] in STATES and row["label"] is not None:
            bodies = {a["body_code"] for a in long
                      if a["question"] == row["question"] and a["state"] == row["code"]}
        else:
            bodies = {a["body_code"] for a in long
                      if a["question"] == row["question"] and a["counted"] and row["code"]
                      and row["code"] in (a["value_code"] or "").split(", ")}
            if not bodies:
                # A term: the codebook finds it inside the text.
                continue
        check(row["k"] == len(bodies), f"{row['question']} {row['label']}: {row['k']}")
        named = [c for c in (row["body_codes"] or "").split(", ") if c]
        check(set(named) == bodies and len(named) == row["k"], f"{row['question']} {row['label']}: who")


def bodies(partners, survey):
    """Where each sheet stands, and since when, as a date."""
    head = survey["head"] if "head" in survey else survey
    sheets = {s["partner"]: s for s in survey["sheets"]}
    check(len(partners) == len(head["partners"]), "a body is missing")
    for row, partner in zip(partners, head["partners"]):
        sheet = sheets[partner["id"]]
        check(row["body_code"] == partner["code"], f"{row['body_code']} is out of order")
        check(row["status_code"] == sheet.get("status", "expected"), f"{row['body_code']}: status")
        since = sheet.get("since")
        if since:
            check(isinstance(row["since"], datetime.datetime), f"{row['since']!r} is no date")
            check(row["since"].date().isoformat() == since[:10], f"{row['body_code']}: since")
        if head.get("indicator"):
            check(isinstance(row["indicator"], bool), f"{row['body_code']}: the indicator")
            check(row["indicator"] is (row["why_not"] is None), f"{row['body_code']}: why not")


def main(workbook, bundle, language="it"):
    with open(bundle, encoding="utf-8") as file:
        survey = json.load(file)["survey"]
    book = openpyxl.load_workbook(workbook)
    looks(book, language)
    keys = columns(book, language)
    table = {key: rows(book[name], keys[name])
             for key, name in zip(KEYS, SHEETS[language]) if name in keys}
    answers(table["answers_long"], survey, language)
    wide_is_long(table["answers_wide"], table["answers_long"])
    counts_are_answers(table["counts"], table["answers_long"])
    bodies(table["partners"], survey)
    about = dict(book[SHEETS[language][-1]].iter_rows(min_row=2, values_only=True))
    head = survey["head"] if "head" in survey else survey
    check(head["title"] in about.values(), "the title stands nowhere")
    check(book.properties.title == head["title"], "the workbook has another title")
    check(any(isinstance(v, datetime.datetime) for v in about.values()), "the day is no date")
    check(any(isinstance(v, str) and len(v) == 64 for v in about.values()), "no fingerprint")
    print(f"{workbook}: {len(table['answers_long'])} rows of answers, "
          f"{len(table['partners'])} bodies, as in the bundle")


if __name__ == "__main__":
    main(*sys.argv[1:])
