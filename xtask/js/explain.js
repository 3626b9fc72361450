// What the page says where it cannot start.
function explain(error) {
  const box = document.createElement("div");
  box.className = "boot-failure";
  box.setAttribute("role", "alert");
  say(
    box,
    "it",
    "Rilievo non riesce ad avviarsi in questo browser.",
    "Serve un browser recente (Chrome, Edge, Firefox o Safari) in cui WebAssembly sia attivo. " +
      "Provate ad aggiornare il browser o a ricaricare la pagina. Le indagini già salvate qui non sono state toccate.",
  );
  say(
    box,
    "en",
    "Rilievo cannot start in this browser.",
    "It needs a recent browser (Chrome, Edge, Firefox or Safari) with WebAssembly turned on. " +
      "Please update the browser or reload the page. Surveys already saved here have not been touched.",
  );
  const detail = document.createElement("p");
  detail.append(document.createElement("code"));
  detail.firstChild.textContent = String(error);
  box.append(detail);
  document.body.append(box);
}

function say(box, lang, title, text) {
  const part = document.createElement("section");
  part.lang = lang;
  const heading = document.createElement("h1");
  heading.textContent = title;
  const paragraph = document.createElement("p");
  paragraph.textContent = text;
  part.append(heading, paragraph);
  box.append(part);
}
