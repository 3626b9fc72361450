// All that the plain page does: keep one sheet, count many, write bars.
const STATES = ["given", "blank", "unknown", "declined", "not_applicable", "unclear", "not_asked", "off-condition", "missing"];
const [GIVEN, NOT_ASKED, OFF, MISSING] = [0, 6, 7, 8];
const RECEIVED = ["submitted", "returned", "approved"];
/// How many pieces of a list are shown.
const PIECES = 12;

const form = document.querySelector("form");
const at = (id) => document.getElementById(id);

/// The questions, as they stand in the form.
const questions = [...form.querySelectorAll("fieldset")].map((field) => ({
  id: field.id,
  field,
  dimension: field.closest("section").dataset.dimension,
  title: field.querySelector("legend").textContent,
  options: [...field.querySelectorAll("input[value]")].map((input) => [input.value, input.parentElement.textContent.trim()]),
  isList: ["q5", "q6", "q7", "q14", "q21"].includes(field.id),
  after: field.dataset.after,
  option: field.dataset.option,
}));

// The sheet of whoever fills one in.

function filled() {
  const sheet = {};
  for (const input of form.elements) {
    if (input.type === "checkbox") {
      if (input.checked) (sheet[input.name] ??= []).push(input.value);
    } else if (input.type === "radio") {
      if (input.checked) sheet[input.name] = input.value;
    } else if (input.value) sheet[input.name] = input.value;
  }
  return sheet;
}

function reveal() {
  for (const { field, after, option } of questions) {
    if (!after) continue;
    const chosen = [...form.querySelectorAll(`[name="${after}"]:checked`)].map((input) => input.value);
    field.hidden = chosen.length > 0 && !chosen.includes(option);
  }
}

function fill() {
  const sheet = JSON.parse(localStorage.getItem("scheda") ?? "{}");
  for (const input of form.elements) {
    if (input.tagName === "FIELDSET") continue;
    const said = sheet[input.name];
    if (input.type === "checkbox" || input.type === "radio") input.checked = [said].flat().includes(input.value);
    else input.value = said ?? "";
    input.disabled = false;
  }
  reveal();
}

form.addEventListener("input", () => localStorage.setItem("scheda", JSON.stringify(filled())));
form.addEventListener("change", reveal);

// All sheets: read, count, draw.

let all = { domande: [], schede: [] };
let counts = [];

/// The state in which an answer counts.
function state(question, answers, place) {
  const answer = answers[place[question.id]];
  const stored = typeof answer === "number" ? answer + 1 : GIVEN;
  if (!question.after) return stored;
  const parent = answers[place[question.after]];
  if (typeof parent === "number" || parent.includes(question.option)) return stored;
  return stored === GIVEN ? OFF : NOT_ASKED;
}

function count() {
  const status = at("filtro").value;
  const place = Object.fromEntries(all.domande.map((id, n) => [id, n]));
  counts = questions.map((question) => {
    const options = Object.fromEntries(question.options.map(([id]) => [id, 0]));
    return { question, options, states: STATES.map(() => 0), pieces: new Map() };
  });
  for (const [, sheetStatus, answers] of all.schede) {
    if (status && sheetStatus !== status) continue;
    const received = RECEIVED.includes(sheetStatus);
    for (const { question, options, states, pieces } of counts) {
      const now = received ? state(question, answers, place) : MISSING;
      states[now] += 1;
      if (now !== GIVEN) continue;
      const answer = answers[place[question.id]];
      if (question.options.length > 0) for (const option of answer) options[option] += 1;
      else if (question.isList) {
        for (const typed of answer.split(/[,;]/)) {
          const piece = typed.trim().toLowerCase();
          pieces.set(piece, (pieces.get(piece) ?? 0) + 1);
        }
      }
    }
  }
}

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function bar(kind, id, name, n, most) {
  const width = Math.round((n * 100) / Math.max(most, 1));
  return `<div class="bar" data-${kind}="${escaped(id)}" data-count="${n}"><span>${escaped(name)}</span><i style="width:${width / 4}%"></i>${n}</div>`;
}

/// Writes the bars of one dimension.
function draw() {
  const dimension = at("dimensione").value;
  let html = "";
  for (const { question, options, states, pieces } of counts) {
    if (question.dimension !== dimension) continue;
    const base = states.reduce((sum, n) => sum + n, 0);
    html += `<section data-result="${question.id}"><h2>${escaped(question.title)}</h2>`;
    for (const [id, name] of question.options) html += bar("option", id, name, options[id], base);
    const most = [...pieces].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, PIECES);
    for (const [piece, n] of most) html += bar("piece", piece, piece, n, base);
    for (const [n, name] of STATES.entries()) if (states[n] > 0) html += bar("state", name, name, states[n], base);
    html += "</section>";
  }
  at("grafici").innerHTML = html;
  at("grafici").dataset.drawn = all.schede.length;
}

function read(json) {
  all = JSON.parse(json);
  count();
  draw();
}

at("file").addEventListener("change", async () => read(await at("file").files[0].text()));
at("dimensione").addEventListener("change", draw);
at("filtro").addEventListener("change", () => {
  count();
  draw();
});
at("conserva").addEventListener("click", () => {
  try {
    localStorage.setItem("schede", JSON.stringify(all));
    at("detto").textContent = "Conservato.";
  } catch {
    at("detto").textContent = "Non c'è posto.";
  }
});

/// Shows the page that the address names.
function show() {
  const results = location.hash === "#risultati";
  at("scheda").hidden = results;
  at("risultati").hidden = !results;
  if (!results) fill();
  else if (all.schede.length > 0) {
    count();
    draw();
  } else if (localStorage.getItem("schede")) read(localStorage.getItem("schede"));
  document.documentElement.dataset.ready = "1";
}
window.addEventListener("hashchange", show);
show();
