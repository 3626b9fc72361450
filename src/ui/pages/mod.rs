//! One module for each page.

mod exchange;
mod home;
mod overview;
mod results;
mod sheet;

pub use exchange::Exchange;
pub use home::Home;
pub use overview::Overview;
pub use results::{DimensionResults, Results};
pub use sheet::SheetPage;
