// Only in the page that `cargo xtask serve` shows: loads the page again when
// the server says that it changed, and when the server comes back.
const source = new EventSource("/_tower-livereload/event-stream");
let lost = false;
source.addEventListener("reload", () => location.reload());
source.addEventListener("error", () => {
  lost = true;
});
source.addEventListener("init", () => {
  if (lost) location.reload();
});
