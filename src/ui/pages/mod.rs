//! One module for each page.

mod exchange;
mod home;
mod overview;
mod results;
mod sheet;

pub use exchange::exchange;
pub use home::home;
pub use overview::overview;
pub use results::{dimension_results, results};
pub use sheet::sheet;
