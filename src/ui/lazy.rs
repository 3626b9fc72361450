//! Pages, and pieces of pages, that are fetched when asked for.
//!
//! [`lazy!`] declares one in a line. What was fetched before stands there at
//! once. Otherwise its heading stands there, and after a moment that it takes
//! longer; where the part cannot be fetched it says so, and offers to try again.

use super::el::{El, button, el, live, p};
use super::{document, t};
use crate::i18n::Locale;
use crate::state::{Fetched, NotFetched};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

/// Makes a piece of a page, out of code that is here.
pub type Make = Arc<dyn Fn() -> El + Send + Sync>;

/// A piece whose code may have to be fetched first.
pub type Fetching = Pin<Box<dyn Future<Output = Fetched<Make>>>>;

/// The heading of a page.
pub type Title = fn(Locale) -> &'static str;

/// What takes no longer than this needs no word.
const MOMENT: Duration = Duration::from_millis(400);

/// Declares what lives in a part: a page with its heading,
/// `lazy! { exchange, Locale::exchange => pub fn exchange() = exchange::exchange() }`,
/// or a piece of a page, without one.
macro_rules! lazy {
    (
        $part:ident $(, $title:expr)? =>
        $(#[$about:meta])*
        $visible:vis fn $name:ident($($argument:ident: $kind:ty),*) = $made:expr
    ) => {
        $(#[$about])*
        $visible fn $name($($argument: $kind),*) -> ::leptos::prelude::AnyView {
            $crate::state::in_part! {
                $part =>
                fn $name($($argument: $kind),*) -> $crate::state::Fetched<$crate::ui::lazy::Make> {
                    Ok(::std::sync::Arc::new(move || $made))
                }
            }
            let title: &[$crate::ui::lazy::Title] = &[$($title)?];
            let title = title.first().copied();
            $crate::ui::lazy::lazily(title, move || Box::pin($name($($argument.clone()),*)))
        }
    };
}

pub(super) use lazy;

#[derive(Clone)]
enum Stage {
    /// Asked for just now.
    Coming,
    /// Asked for a moment ago.
    Slow,
    Here(Make),
    Failed,
}

/// Where a piece is that was asked for.
#[derive(Clone, Copy)]
struct Place {
    stage: RwSignal<Stage>,
    /// While it is asked for.
    trying: RwSignal<bool>,
}

/// Shows a piece whose code may have to be fetched first; see [`lazy!`].
pub fn lazily(
    title: Option<Title>,
    piece: impl Fn() -> Fetching + Send + Sync + 'static,
) -> AnyView {
    show(title, Arc::new(piece))
}

fn show(title: Option<Title>, piece: Arc<dyn Fn() -> Fetching + Send + Sync>) -> AnyView {
    let t = t();
    let place = Place {
        stage: RwSignal::new(Stage::Coming),
        trying: RwSignal::new(false),
    };
    place.ask(piece());
    let heading = move || {
        let heading = title.map(|title| el("h1").child(title(t)));
        let class = if title.is_some() { "page" } else { "" };
        el("div").class(class).child(heading)
    };
    live(move || match place.stage.get() {
        Stage::Coming => heading(),
        Stage::Slow => heading().child(p("hint", t.loading()).attr("role", "status")),
        Stage::Here(make) => untrack(|| make()),
        Stage::Failed => {
            let piece = Arc::clone(&piece);
            heading().child(failed(t, place.trying, move || place.ask(piece())))
        }
    })
}

impl Place {
    /// Takes the piece at once where it is here, or else when it has come. The
    /// page may have gone by then, and its signals with it.
    fn ask(self, mut fetching: Fetching) {
        let mut now = Context::from_waker(Waker::noop());
        if let Poll::Ready(made) = fetching.as_mut().poll(&mut now) {
            return self.take(made);
        }
        self.trying.set(true);
        let slow = move || {
            let stage = self.stage.try_get_untracked();
            if matches!(stage, Some(Stage::Coming)) {
                self.stage.set(Stage::Slow);
            }
        };
        set_timeout(slow, MOMENT);
        spawn_local(async move { self.take(fetching.await) });
    }

    fn take(self, made: Fetched<Make>) {
        let Some(before) = self.stage.try_get_untracked() else {
            return;
        };
        self.trying.set(false);
        let failed = matches!(before, Stage::Failed);
        match made {
            Ok(make) => {
                self.stage.set(Stage::Here(make));
                if failed {
                    // The button that the keyboard stood on has gone.
                    document::focus_in_place("content");
                }
            }
            // A second failure leaves the button where it is, and the keyboard
            // on it.
            Err(NotFetched) if failed => {}
            Err(NotFetched) => self.stage.set(Stage::Failed),
        }
    }
}

/// Says that a part could not be fetched, and offers to try again; says so while
/// it does.
pub fn failed(t: Locale, trying: RwSignal<bool>, again: impl FnMut() + 'static) -> El {
    let again = button("button", t.try_again(), again).attr("data-again", "");
    let status = p("hint", "")
        .attr("role", "status")
        .live(move || trying.get().then(|| t.loading()));
    el("div")
        .class("notice danger")
        .attr("data-not-fetched", "")
        .child(p("", t.part_not_there()).attr("role", "alert"))
        .child(again)
        .child(status)
}
