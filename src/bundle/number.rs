//! Numbers of unknown fields, written as ECMAScript writes them (ECMA-262,
//! Number::toString), which is what RFC 8785 asks for.
//!
//! In the browser the browser does it: the tables that it takes are 25 kB that
//! do not compress. Elsewhere a library does. A test in the browser holds the
//! two against each other.

/// The number as ECMAScript writes it. One that no double can hold stays as it
/// is.
pub(super) fn as_in_javascript(text: &str) -> String {
    double(text).unwrap_or_else(|| text.to_owned())
}

#[cfg(all(target_arch = "wasm32", feature = "web"))]
fn double(text: &str) -> Option<String> {
    let number = js_sys::Number::from(js_sys::Number::parse_float(text));
    if !js_sys::Number::is_finite(&number) {
        return None;
    }
    number.to_string_with_radix(10).ok().map(String::from)
}

#[cfg(not(all(target_arch = "wasm32", feature = "web")))]
fn double(text: &str) -> Option<String> {
    let number: f64 = text.parse().ok()?;
    number
        .is_finite()
        .then(|| ryu_js::Buffer::new().format_finite(number).to_owned())
}
