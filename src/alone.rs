//! App and exporters as one program, for the one file: what both need is in it
//! once. The page starts the one, a worker of the page the other.

#[path = "exporter.rs"]
mod exporter;

fn main() {
    if web_sys::window().is_some() {
        rilievo::ui::start();
    } else {
        exporter::main();
    }
}
