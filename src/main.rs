//! The browser entry: panic hook and mount, nothing else.

fn main() {
    rilievo::ui::start();
}
