//! What the app does to the page around it: marks on `<html>`, title, focus,
//! files to download, assets to find.

use crate::i18n::Locale;
use crate::state::{App, Example, Fetched, in_part};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Element, HtmlAnchorElement, HtmlElement, Response, Url};

/// What stands behind the `#` of the address.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to a page.
pub fn go(href: &str) {
    // Setting the hash fails only where the address cannot be one; ours can.
    let _ = window().location().set_hash(href);
}

/// Tells the page that the address changed, before the browser does.
pub fn tell_of_the_address() {
    tell("hashchange");
}

/// Sends an event to the window.
pub fn tell(event: &str) {
    if let Ok(event) = web_sys::Event::new(event) {
        // Fails only where an event is sent twice.
        let _ = window().dispatch_event(&event);
    }
}

/// Goes to a page in place of this one, which the way back passes over.
pub fn go_instead(href: &str) {
    // Fails only where the address cannot be one; ours can.
    let _ = window().location().replace(href);
}

/// Changes the address and nothing else: what it held is in it no more.
pub fn forget_in_address(href: &str) {
    // Fails only where the address cannot be one; ours can.
    let _ = window()
        .history()
        .and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(href)));
}

/// Address of the app, without what stands behind its `#`.
pub fn address() -> String {
    let href = window().location().href().unwrap_or_default();
    href.split('#').next().unwrap_or_default().into()
}

/// Whether the page was opened from a file.
pub fn is_a_file() -> bool {
    address().starts_with("file:")
}

/// The name of the file that the page was opened from.
pub fn file_name() -> String {
    let address = address();
    let name = address.rsplit('/').next().unwrap_or_default();
    // As it stands in an address, where it cannot be read.
    js_sys::decode_uri_component(name).map_or(name.into(), Into::into)
}

/// Prints the page.
pub fn print() {
    // A browser that cannot print says so itself.
    let _ = window().print();
}

/// Sets an attribute of `<html>`.
pub fn mark(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(name, value);
    }
}

/// What an attribute of `<html>` says.
pub fn marked(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(name)
}

/// The version of the published site; one to work on has none.
pub fn version() -> Option<String> {
    let meta = document().query_selector("meta[name=version]").ok()??;
    meta.get_attribute("content")
}

/// Loads the page anew.
pub fn reload() {
    // Fails only where the page is being left already.
    let _ = window().location().reload();
}

/// Title of the browser's tab.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// What it is.
pub fn title() -> String {
    document().title()
}

/// The rules of printed pages, which no element can have: those that were there
/// before go. A browser that cannot take them prints without head and foot.
pub fn page_rules(rules: &str) {
    let set = || -> Result<(), JsValue> {
        let class = js_sys::Reflect::get(&window(), &"CSSStyleSheet".into())?;
        let class: js_sys::Function = class.dyn_into()?;
        let sheet = js_sys::Reflect::construct(&class, &js_sys::Array::new())?;
        let replace = js_sys::Reflect::get(&sheet, &"replaceSync".into())?;
        let replace: js_sys::Function = replace.dyn_into()?;
        replace.call1(&sheet, &rules.into())?;
        let sheets = js_sys::Array::of1(&sheet);
        js_sys::Reflect::set(&document(), &"adoptedStyleSheets".into(), &sheets)?;
        Ok(())
    };
    let _ = set();
}

/// Brings a place of the page into view and puts the keyboard there.
pub fn focus(id: &str) {
    let Some(element) = document().get_element_by_id(id) else {
        return;
    };
    element.scroll_into_view();
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Puts the keyboard at the start of the page's content, and the view at the
/// top of the page. Both stay where the keyboard is in the content already: who
/// came to a field before the page's first frame would type into nothing.
pub fn focus_content() {
    if !there("#content :focus") {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        focus_in_place("content");
    }
}

/// Brings a question of the sheet into view and puts the keyboard on its first
/// field.
pub fn focus_question(id: &str) {
    let find = |inside: &str| {
        // Ids are letters, digits and a few signs that need no care here.
        let selector = ["[data-question=\"", id, "\"]", inside].concat();
        document().query_selector(&selector).ok().flatten()
    };
    if let Some(field) = find(" :is(input, textarea)")
        && let Some(field) = field.dyn_ref::<HtmlElement>()
    {
        let _ = field.focus();
    }
    if let Some(question) = find("") {
        question.scroll_into_view();
    }
}

/// Whether something on the page fits a selector.
pub fn there(selector: &str) -> bool {
    document()
        .query_selector(selector)
        .is_ok_and(|found| found.is_some())
}

/// Brings the element into view in which an attribute says `value`, and puts
/// the keyboard on its first field, unless it is in there already.
pub fn show_field(attribute: &str, value: &str) {
    let selector = ["[", attribute, "=\"", value, "\"]"].concat();
    let Some(place) = document().query_selector(&selector).ok().flatten() else {
        return;
    };
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    place.scroll_into_view_with_scroll_into_view_options(&options);
    let active = document().active_element();
    if place.contains(active.as_deref()) {
        return;
    }
    let field = place.query_selector("input, textarea").ok().flatten();
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        let _ = field.focus();
    }
}

/// Brings the result of a question into view and puts the keyboard on its
/// heading.
pub fn focus_result(id: &str) {
    let heading = ["result-", id].concat();
    match document().get_element_by_id(&heading) {
        Some(element) => {
            // A heading takes the keyboard only when it is sent there.
            let _ = element.set_attribute("tabindex", "-1");
            focus(&heading);
        }
        None => focus_content(),
    }
}

/// Puts the keyboard somewhere without moving the view.
pub fn focus_in_place(id: &str) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(element) = document().get_element_by_id(id)
        && let Some(element) = element.dyn_ref::<HtmlElement>()
    {
        let _ = element.focus_with_options(&options);
    }
}

/// Offers the open survey as a file to keep. Where the part cannot be fetched
/// that writes it, the person is told.
pub async fn export(app: App) {
    if exported(app).await.is_err() {
        app.part_not_there();
    }
}

in_part! {
    exchange =>
    fn exported(app: App) -> Fetched<()> {
        if let Some((name, text)) = app.export() {
            // A browser that refuses a download says so itself.
            let _ = download(&name, JSON, &text.into());
        }
        Ok(())
    }
}

/// The kind of our bundles.
pub const JSON: &str = "application/json";

/// Offers a text, or a blob, as a file to keep.
pub fn download(name: &str, kind: &str, content: &JsValue) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(content);
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}

/// Where a file of the app is, as the page's head tells.
pub fn asset(name: &str) -> Option<String> {
    let selector = ["meta[name=asset][content=", name, "]"].concat();
    let found = document().query_selector(&selector).ok()??;
    found.get_attribute("data-href")
}

/// The bytes at an address of the app, as the browser holds them.
///
/// # Errors
/// They cannot be had: no network, or the file is not there.
pub async fn fetched(address: &str) -> Result<JsValue, JsValue> {
    let response = JsFuture::from(window().fetch_with_str(address)).await?;
    let response: Response = response.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    JsFuture::from(response.array_buffer()?).await
}

/// The surveys that come with the app, as the page's head lists them.
pub fn examples() -> Vec<Example> {
    let Ok(found) = document().query_selector_all("meta[name=asset][data-project]") else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|i| {
            let meta: Element = found.get(i)?.dyn_into().ok()?;
            Some(Example {
                name: meta.get_attribute("data-project")?,
                address: meta.get_attribute("data-href")?,
            })
        })
        .collect()
}

/// Takes away what the page showed before the app was there.
pub fn clear_shell() {
    if let Some(shell) = document().get_element_by_id("shell") {
        shell.remove();
    }
}

/// After a panic: tells the person what to do. What was saved is in the store;
/// nothing of the page can be trusted any more, so the text is put beside it.
pub fn show_panic() {
    const TEXT: &str = "Qualcosa si è rotto in questa pagina. Le risposte salvate sono al sicuro: \
        ricarica la pagina. — Something broke in this page. Saved answers are safe: reload it.";
    let Some(body) = document().body() else {
        return;
    };
    if let Ok(banner) = document().create_element("div") {
        let _ = banner.set_attribute("role", "alert");
        banner.set_class_name("panic");
        banner.set_text_content(Some(TEXT));
        let _ = body.prepend_with_node_1(&banner);
    }
}

/// A moment, in milliseconds since 1970, as people of this language write it
/// where they are.
pub fn moment(t: Locale, at: u64) -> String {
    styled_moment(t, at as f64, "short")
}

fn styled_moment(t: Locale, at: f64, time: &str) -> String {
    let date = js_sys::Date::new(&JsValue::from(at));
    let options = js_sys::Object::new();
    for (name, value) in [("dateStyle", "long"), ("timeStyle", time)] {
        let _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
    }
    date.to_locale_string(t.code(), &options).into()
}

/// The same of a moment in RFC 3339.
pub fn moment_of(t: Locale, at: &str) -> String {
    moment_in(t, at, "short")
}

/// The same, with the time in another style: `medium` gives the seconds.
pub fn moment_in(t: Locale, at: &str, time: &str) -> String {
    let milliseconds = js_sys::Date::parse(at);
    if milliseconds.is_nan() {
        return at.into();
    }
    styled_moment(t, milliseconds, time)
}

/// A day as people of this language write it.
pub fn day(t: Locale, day: &str) -> String {
    // A date alone is a day, not a moment: it is the same in every time zone.
    styled(t, day, &[("dateStyle", "long"), ("timeZone", "UTC")])
}

/// The day of a moment where these people are, in few letters; or a day.
pub fn short_day(t: Locale, at: &str) -> String {
    let style = [("dateStyle", "medium"), ("timeZone", "UTC")];
    let is_day = at.len() <= 10;
    styled(t, at, if is_day { &style } else { &style[..1] })
}

fn styled(t: Locale, at: &str, style: &[(&str, &str)]) -> String {
    let date = js_sys::Date::new(&JsValue::from_str(at));
    if date.get_time().is_nan() {
        return at.into();
    }
    let options = js_sys::Object::new();
    for (name, value) in style {
        let _ = js_sys::Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    date.to_locale_date_string(t.code(), &options).into()
}

/// The present day where these people are, `2026-11-25`.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
    format!("{year:04}-{month:02}-{day:02}")
}

/// Puts a text on the clipboard; says whether the browser did.
pub async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    // There is none on a page that came from a file or over plain HTTP.
    let there = js_sys::Reflect::get(&navigator, &"clipboard".into());
    if there.is_ok_and(|clipboard| clipboard.is_truthy()) {
        JsFuture::from(navigator.clipboard().write_text(text))
            .await
            .is_ok()
    } else {
        false
    }
}
