//! One module for each page.

mod exchange;
mod home;
mod overview;
mod results;
mod settings;
mod sheet;

pub use exchange::exchange;
pub use home::home;
pub use overview::overview;
pub use results::{dimension_results, results};
pub use settings::settings;
pub use sheet::sheet;
