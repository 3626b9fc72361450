//! The browser entry: allocator, panic hook and mount, nothing else.

/// Smaller than the standard one, which is 7 kB of the module.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    rilievo::ui::start();
}
