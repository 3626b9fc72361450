//! What actions need from the browser: the clock, chance, settings.

use crate::i18n::Locale;
use crate::model::Timestamp;
use crate::storage::{Key, Store};

/// The present moment.
pub fn now() -> Timestamp {
    Timestamp::new(String::from(js_sys::Date::new_0().to_iso_string()))
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
pub fn name_of_this_browser(storage: &dyn Store) -> String {
    let key = Key::Setting("browser".into()).to_string();
    if let Ok(Some(name)) = storage.read(&key) {
        return name;
    }
    let name = random_name();
    // Without room for it, this visit has a name of its own: edits are still
    // told apart.
    let _ = storage.keep(&key, &name);
    name
}

fn locale_key() -> String {
    Key::Setting("locale".into()).to_string()
}

/// The language chosen at an earlier visit, or Italian.
pub fn locale(storage: &dyn Store) -> Locale {
    let chosen = storage.read(&locale_key()).ok().flatten();
    chosen
        .and_then(|code| Locale::of_code(&code))
        .unwrap_or_default()
}

/// Keeps the language for the next visit; if that fails, the language holds
/// for this one.
pub fn remember_locale(storage: &dyn Store, locale: Locale) {
    let _ = storage.keep(&locale_key(), locale.code());
}
