//! Ways in which something arrives in the page: files that are chosen, dropped or
//! pasted, and texts that are pasted.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Event, File, FileList};

/// What has arrived.
#[derive(Clone)]
pub enum Arrived {
    /// Files.
    Files(Vec<File>),
    /// A text that was pasted.
    Text(String),
}

impl Default for Arrived {
    fn default() -> Self {
        Self::Files(Vec::new())
    }
}

impl Arrived {
    /// Whether it is nothing.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Files(files) => files.is_empty(),
            Self::Text(text) => text.trim().is_empty(),
        }
    }
}

/// The files of a list.
pub fn listed(files: Option<FileList>) -> Vec<File> {
    let Some(files) = files else {
        return Vec::new();
    };
    (0..files.length()).filter_map(|i| files.get(i)).collect()
}

/// A file that is dropped beside the place for it must not take the person away
/// from the page.
pub fn keep_the_page() {
    listen(&["dragover", "drop"], |event| {
        if files_of(event).is_some() {
            event.prevent_default();
        }
    });
}

/// Calls back with what is dropped or pasted anywhere in the page, while the
/// present component is there. `dragging` says whether files are over the page.
/// What is pasted into a field is the field's.
pub fn follow(dragging: RwSignal<bool>, take: impl Fn(Arrived) + Copy + 'static) {
    const DRAGS: [&str; 5] = ["dragenter", "dragover", "dragleave", "drop", "paste"];
    listen(&DRAGS, move |event| {
        if let Some(event) = event.dyn_ref::<ClipboardEvent>() {
            if let Some(data) = event.clipboard_data().filter(|_| !is_in_field(event)) {
                take(pasted(&data));
            }
            return;
        }
        let Some(data) = files_of(event) else {
            return;
        };
        let over = match event.type_().as_str() {
            "drop" => false,
            // It leaves one element of the page for another, or the page.
            "dragleave" => event
                .dyn_ref::<DragEvent>()
                .is_some_and(|event| event.related_target().is_some()),
            _ => true,
        };
        if dragging.get_untracked() != over {
            dragging.set(over);
        }
        if event.type_() == "drop" {
            take(Arrived::Files(listed(data.files())));
        }
    });
}

fn pasted(data: &DataTransfer) -> Arrived {
    let files = listed(data.files());
    if files.is_empty() {
        // A clipboard without text has none.
        Arrived::Text(data.get_data("text/plain").unwrap_or_default())
    } else {
        Arrived::Files(files)
    }
}

fn is_in_field(event: &Event) -> bool {
    let target = event.target();
    let element = target.and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element.is_some_and(|element| {
        let field = element.closest("input:not([type=file]), textarea, select");
        matches!(field, Ok(Some(_)))
    })
}

/// What is dragged, where there are files in it.
fn files_of(event: &Event) -> Option<DataTransfer> {
    let data = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    let files = data.types().includes(&"Files".into(), 0);
    files.then_some(data)
}

/// Listens in the whole window, as long as the present component is there.
fn listen(events: &[&'static str], run: impl Fn(&Event) + Copy + 'static) {
    for name in events {
        let listener = window_event_listener_untyped(name, move |event| run(&event));
        on_cleanup(move || listener.remove());
    }
}
