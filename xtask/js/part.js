
// Like the glue of the main module, this serves a host that sends another type
// than application/wasm; and it tells a missing file from a broken one.
function part(name) {
    return () => {
        const fetched = fetch(new URL(name, import.meta.url));
        // Told where it is awaited.
        fetched.catch(() => {});
        return async (imports) => {
            const response = await fetched;
            if (!response.ok) throw new Error(`${response.status}: ${response.url}`);
            return WebAssembly.instantiate(await response.arrayBuffer(), imports);
        };
    };
}
