//! Parts of the program that are fetched when asked for.
//!
//! The build of the site splits the module: a function declared by [`in_part`],
//! with all that only such functions reach, goes into a file of its own, named
//! by its purpose. Calling it fetches the file the first time. Memory and types
//! are those of the whole program, so that arguments and results pass as they are.

use std::fmt;
use std::future::Future;
use std::pin::Pin;

/// A part could not be fetched: no network, or its file is not beside the page
/// any more. Asking again tries again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotFetched;

/// What a function in a part gives.
pub type Fetched<T> = Result<T, NotFetched>;

/// Something that takes its time, done by code in a part.
pub type Doing = Pin<Box<dyn Future<Output = ()>>>;

impl fmt::Display for NotFetched {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a part of the program could not be fetched")
    }
}

impl std::error::Error for NotFetched {}

#[cfg(feature = "parts")]
impl From<leptos::wasm_split::SplitLoaderError> for NotFetched {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// Declares a function that lives in a part: `in_part! { exchange => fn f(…) -> Fetched<…> {…} }`.
///
/// It becomes an `async fn` of the same name. Where the program is not split
/// (`cargo xtask serve`, tests) the function is called directly.
macro_rules! in_part {
    (
        $part:ident =>
        $(#[$about:meta])*
        $visible:vis fn $name:ident($($argument:ident: $kind:ty),* $(,)?) -> $output:ty $body:block
    ) => {
        #[cfg(feature = "parts")]
        $(#[$about])*
        #[::leptos::wasm_split::wasm_split(
            $part,
            wasm_split_path = ::leptos::wasm_split,
            fallible
        )]
        $visible fn $name($($argument: $kind),*) -> $output $body

        #[cfg(not(feature = "parts"))]
        $(#[$about])*
        $visible async fn $name($($argument: $kind),*) -> $output $body
    };
}

pub(crate) use in_part;
