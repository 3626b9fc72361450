//! Steps back: what an edit changed, record by record, and how it is set back.
//!
//! Setting back is an edit like any other: it counts in the revisions of what
//! it touches, so that merging, other pages and files stay right. It touches
//! only records that still say what the edit has left; what somebody else has
//! written since stays, and whoever asked is told.
//!
//! The lifecycle holds on the way back, too: nothing is written on an approved
//! sheet, and no sheet is approved while a remark is open, or sent back without
//! one.
//!
//! Steps of a sheet's life are only ever added: the way back to a status is a
//! step too. A remark or a reply that was added can be taken out as long as
//! nobody has said more; a copy that has travelled meanwhile brings it back.

mod head;
mod record;
mod sheet;

pub use head::HeadChange;
pub use record::SheetRecord;
pub use sheet::SheetChange;
