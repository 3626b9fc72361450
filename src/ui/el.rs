//! Elements of the page, built by hand over Leptos' own.
//!
//! `view!` gives every element, attribute and closure a type of its own, and the
//! module grows with each. Here all elements have one type, all live attributes
//! another, and so on, so that markup costs little more than its words.

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::either::Either;
use leptos::ev;
use leptos::html::{self, Custom};
use leptos::prelude::*;
use leptos::tachys::html::node_ref::node_ref;
use leptos::tachys::html::property::prop;
use std::borrow::Cow;
use wasm_bindgen::JsValue;
use web_sys::Event;

/// What an element is reached by later.
pub type Reference = NodeRef<Custom<String>>;

/// Words of the page; those of the catalogue are not copied.
pub type Text = Cow<'static, str>;

/// An element that is being put together. It is boxed, and the steps that put
/// it together are not inlined: so a step costs the page no more than a call.
pub struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element without anything in it yet.
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }))
}

impl El {
    /// Sets an attribute.
    pub fn attr(self, name: &'static str, value: impl Into<Text>) -> Self {
        self.fixed(name, value.into())
    }

    #[inline(never)]
    fn fixed(mut self, name: &'static str, value: Text) -> Self {
        let value = custom_attribute(name, value).into_any_attr();
        self.0.attributes.push(value);
        self
    }

    #[inline(never)]
    fn with(mut self, attribute: AnyAttribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    #[inline(never)]
    fn text(mut self, text: Text) -> Self {
        self.0.children.push(text.into_any());
        self
    }

    #[inline(never)]
    fn holding(mut self, part: AnyView) -> Self {
        self.0.children.push(part);
        self
    }

    #[inline(never)]
    fn nesting(mut self, inner: El) -> Self {
        self.0.children.push(inner.part());
        self
    }

    /// Sets the classes.
    pub fn class(self, classes: impl Into<Text>) -> Self {
        self.attr("class", classes)
    }

    /// Sets an attribute that follows what `value` reads; `None` takes it away.
    pub fn live_attr(
        self,
        name: &'static str,
        value: impl FnMut() -> Option<Text> + Send + 'static,
    ) -> Self {
        self.with(following(name, Box::new(value)))
    }

    /// Sets the classes, and hides the element while `hide` says so.
    pub fn class_hidden(
        self,
        classes: &'static str,
        hide: impl Fn() -> bool + Send + 'static,
    ) -> Self {
        self.live_attr("class", move || {
            Some(if hide() {
                format!("{classes} hidden").into()
            } else {
                classes.into()
            })
        })
    }

    /// Keeps a property of the element at what `value` gives.
    pub fn prop(self, name: &'static str, value: impl FnMut() -> JsValue + Send + 'static) -> Self {
        self.with(property(name, Box::new(value)))
    }

    /// Keeps the content at this HTML, whose writer has escaped it.
    pub fn html(self, html: impl Fn() -> String + Send + 'static) -> Self {
        self.prop("innerHTML", move || html().into())
    }

    /// Calls back on an event.
    pub fn on(self, event: &'static str, run: impl FnMut(Event) + 'static) -> Self {
        self.with(listener(event, Box::new(run)))
    }

    /// Fills a reference once the element stands in the page.
    pub fn reference(self, reference: Reference) -> Self {
        let reference = node_ref::<Custom<String>, _>(reference);
        self.with(reference.into_any_attr())
    }

    /// Adds what stands inside.
    pub fn child(self, part: impl Part) -> Self {
        part.put(self)
    }

    /// Adds what follows the state; it is made anew at every change.
    pub fn live<P: Part>(self, part: impl FnMut() -> P + Send + 'static) -> Self {
        self.child(live(part))
    }

    /// Adds what follows the state and always has the same shape: its elements
    /// stay, and with them the keyboard.
    pub fn live_in_place<P: Part>(self, part: impl FnMut() -> P + Send + 'static) -> Self {
        self.child(live_in_place(part))
    }
}

/// What can stand in an element.
pub trait Part: Sized {
    /// As one type.
    fn part(self) -> AnyView;

    /// Puts it at the end of an element.
    fn put(self, into: El) -> El {
        into.holding(self.part())
    }
}

impl Part for El {
    fn part(self) -> AnyView {
        let Parts {
            tag,
            attributes,
            children,
        } = *self.0;
        // The browser tells the names of elements in capitals, and Leptos makes
        // an element anew whose name does not equal that.
        let whole = html::custom(tag.to_ascii_uppercase()).child(children);
        whole.add_any_attr(attributes).into_any()
    }

    fn put(self, into: El) -> El {
        into.nesting(self)
    }
}

impl Part for AnyView {
    fn part(self) -> AnyView {
        self
    }
}

impl Part for Text {
    fn part(self) -> AnyView {
        self.into_any()
    }

    fn put(self, into: El) -> El {
        into.text(self)
    }
}

impl Part for String {
    fn part(self) -> AnyView {
        Text::from(self).part()
    }

    fn put(self, into: El) -> El {
        into.text(self.into())
    }
}

impl Part for &'static str {
    fn part(self) -> AnyView {
        Text::from(self).part()
    }

    fn put(self, into: El) -> El {
        into.text(self.into())
    }
}

impl<P: Part> Part for Option<P> {
    fn part(self) -> AnyView {
        self.map_or_else(|| ().into_any(), Part::part)
    }

    fn put(self, into: El) -> El {
        match self {
            Some(part) => part.put(into),
            None => into,
        }
    }
}

impl<P: Part> Part for Vec<P> {
    fn part(self) -> AnyView {
        several(self.into_iter().map(Part::part).collect())
    }

    fn put(self, into: El) -> El {
        self.into_iter().fold(into, |into, part| part.put(into))
    }
}

impl<P: Part, const N: usize> Part for [P; N] {
    fn part(self) -> AnyView {
        several(self.into_iter().map(Part::part).collect())
    }

    fn put(self, into: El) -> El {
        self.into_iter().fold(into, |into, part| part.put(into))
    }
}

/// What follows the state; it is made anew at every change.
pub fn live<P: Part>(mut part: impl FnMut() -> P + Send + 'static) -> AnyView {
    anew(Box::new(move || part().part()))
}

/// What follows the state and always has the same shape: its elements stay, and
/// with them the keyboard.
pub fn live_in_place<P: Part>(mut part: impl FnMut() -> P + Send + 'static) -> AnyView {
    in_place(Box::new(move || part().part()))
}

/// One part for each of `items`; a part stays, wherever it moves to, as long as
/// there is an item with its key.
pub fn keyed<T: Send + 'static>(
    items: impl Fn() -> Vec<T> + Send + 'static,
    key: fn(&T) -> String,
    part: impl Fn(T) -> El + Copy + Send + 'static,
) -> AnyView {
    let item = move |item| Item {
        key: key(&item),
        make: Box::new(move || part(item).part()),
    };
    listed(Box::new(move || items().into_iter().map(item).collect()))
}

/// An item of a list, with what makes its part.
struct Item {
    key: String,
    make: Box<dyn FnOnce() -> AnyView + Send>,
}

// One instance of each of Leptos' generic parts.

fn several(parts: Vec<AnyView>) -> AnyView {
    parts.into_any()
}

fn following(name: &'static str, value: Box<dyn FnMut() -> Option<Text> + Send>) -> AnyAttribute {
    custom_attribute(name, value).into_any_attr()
}

fn property(name: &'static str, value: Box<dyn FnMut() -> JsValue + Send>) -> AnyAttribute {
    prop(name, value).into_any_attr()
}

fn listener(event: &'static str, run: Box<dyn FnMut(Event)>) -> AnyAttribute {
    ev::on(ev::Custom::<Event>::new(event), run).into_any_attr()
}

fn in_place(part: Box<dyn FnMut() -> AnyView + Send>) -> AnyView {
    part.into_any()
}

fn listed(items: Box<dyn Fn() -> Vec<Item> + Send>) -> AnyView {
    view! { <For each=items key=|item| item.key.clone() let(item)>{untrack(item.make)}</For> }
        .into_any()
}

/// Two sides in turn: Leptos never patches one into the other, so nothing of an
/// element that went can stay on the one that came.
fn anew(mut part: Box<dyn FnMut() -> AnyView + Send>) -> AnyView {
    let mut left = false;
    let sides: Box<dyn FnMut() -> Either<AnyView, AnyView> + Send> = Box::new(move || {
        left = !left;
        let part = part();
        if left {
            Either::Left(part)
        } else {
            Either::Right(part)
        }
    });
    sides.into_any()
}

/// A button that does something in this page.
pub fn button(class: &'static str, name: impl Into<Text>, mut press: impl FnMut() + 'static) -> El {
    pressed(class, name.into(), Box::new(move |_| press()))
}

fn pressed(class: &'static str, name: Text, press: Box<dyn FnMut(Event)>) -> El {
    el("button")
        .attr("type", "button")
        .class(class)
        .child(name)
        .with(listener("click", press))
}

/// The button that hands in a form.
pub fn submit(name: &'static str) -> El {
    el("button")
        .attr("type", "submit")
        .class("button")
        .child(name)
}

/// A link.
pub fn link(href: String, name: impl Into<Text>) -> El {
    el("a").attr("href", href).child(name.into())
}

/// A paragraph.
pub fn p(class: &'static str, part: impl Part) -> El {
    el("p").class(class).child(part)
}

/// A run of words.
pub fn span(class: &'static str, part: impl Part) -> El {
    el("span").class(class).child(part)
}

/// A card with a heading, which names it.
pub fn card(id: &'static str, title: &'static str) -> El {
    el("section")
        .class("card")
        .attr("aria-labelledby", id)
        .child(el("h2").attr("id", id).child(title))
}

/// A heading that shows more when it is opened; what it shows is made then.
pub fn on_demand<P: Part>(summary: impl Part, more: impl Fn() -> P + Send + 'static) -> El {
    let summary = el("summary").child(summary);
    opening(summary, Box::new(move || more().part()))
}

fn opening(summary: El, more: Box<dyn Fn() -> AnyView + Send>) -> El {
    let opened = RwSignal::new(false);
    let toggle = move |event: Event| {
        let details: JsValue = event.target().into();
        let open = js_sys::Reflect::get(&details, &"open".into());
        if !opened.get_untracked() && open.is_ok_and(|open| open.is_truthy()) {
            opened.set(true);
        }
    };
    el("details")
        .on("toggle", toggle)
        .child(summary)
        .live(move || opened.get().then(|| untrack(&more)))
}
