// Starts the app. Where WebAssembly cannot start, the page says so in plain
// words, instead of staying empty. The glue is imported inside `try`, because
// an old browser may already fail to read it.
try {
  const { default: start } = await import("./{{glue}}");
  await start({ module_or_path: new URL("./{{wasm}}", import.meta.url) });
  // The style of pages that come in parts: nobody sees them in the first moment.
  const later = document.createElement("link");
  later.rel = "stylesheet";
  later.href = new URL("./{{later}}", import.meta.url);
  document.head.append(later);
} catch (error) {
  console.error(error);
  explain(error);
}

