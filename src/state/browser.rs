//! What actions need from the browser: the clock, chance, settings.

use crate::i18n::Locale;
use crate::model::Timestamp;
use crate::storage::{Key, Vault};
use wasm_bindgen_futures::JsFuture;

/// The present moment.
pub fn now() -> Timestamp {
    Timestamp::new(String::from(js_sys::Date::new_0().to_iso_string()))
}

/// The present moment in milliseconds since 1970.
pub fn milliseconds() -> u64 {
    js_sys::Date::now() as u64
}

/// A moment in milliseconds since 1970; `None` where the text is none.
pub fn moment(at: &Timestamp) -> Option<u64> {
    let moment = js_sys::Date::parse(at.as_str());
    moment.is_finite().then_some(moment as u64)
}

/// A short name that nobody else is likely to have: eight of `0-9 a-z`.
pub fn random_name() -> String {
    const LETTERS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    (0..8)
        .map(|_| {
            let pick = (js_sys::Math::random() * 36.0) as usize;
            char::from(LETTERS[pick.min(35)])
        })
        .collect()
}

/// The random name under which this browser signs its edits; made at the first
/// visit.
pub fn name_of_this_browser(vault: &Vault) -> String {
    if let Some(name) = setting(vault, "browser") {
        return name;
    }
    let name = random_name();
    // Without room for it, this visit has a name of its own: edits are still
    // told apart.
    remember(vault, "browser", &name);
    name
}

/// Gives this browser another name, because what it did was taken back: edits
/// that it makes from here on are never counted like the ones that are gone.
pub fn rename_this_browser(vault: &Vault) -> String {
    let name = random_name();
    remember(vault, "browser", &name);
    name
}

/// A setting of this browser.
pub fn setting(vault: &Vault, name: &str) -> Option<String> {
    let key = Key::Setting(name.into()).to_string();
    vault.read(&key).ok().flatten()
}

/// Keeps a setting for the next visit; if that fails, it holds for this one.
pub fn remember(vault: &Vault, name: &str, value: &str) {
    let _ = vault.set(&Key::Setting(name.into()), value);
}

/// The language chosen at an earlier visit, or Italian.
pub fn locale(vault: &Vault) -> Locale {
    setting(vault, "locale")
        .and_then(|code| Locale::of_code(&code))
        .unwrap_or_default()
}

/// Loads the page anew.
pub fn reload() {
    // Fails only where the page is being left already.
    let _ = leptos::prelude::window().location().reload();
}

/// Goes to the first page.
pub fn go_home() {
    go("#/");
}

/// Goes to a page of the app.
pub fn go(address: &str) {
    // Fails only where the address cannot be one; what follows a `#` can.
    let _ = leptos::prelude::window().location().set_hash(address);
}

/// Deletes what the page has put into the browser's caches. With the network off
/// the program stays: the page could not come back without it.
pub async fn delete_caches() {
    if !leptos::prelude::window().navigator().on_line() {
        return;
    }
    let Ok(caches) = leptos::prelude::window().caches() else {
        return;
    };
    let Ok(names) = JsFuture::from(caches.keys()).await else {
        return;
    };
    for name in js_sys::Array::from(&names).iter() {
        if let Some(name) = name.as_string().filter(|name| name.starts_with("rilievo")) {
            // Another page may have deleted it meanwhile.
            let _ = JsFuture::from(caches.delete(&name)).await;
        }
    }
}

/// Asks the browser never to throw away what it keeps for this page; says
/// whether it agreed, or `None` where it cannot be asked.
pub async fn persist(ask: bool) -> Option<bool> {
    let storage = leptos::prelude::window().navigator().storage();
    let answer = if ask {
        storage.persist()
    } else {
        storage.persisted()
    };
    JsFuture::from(answer.ok()?).await.ok()?.as_bool()
}
