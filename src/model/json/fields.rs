//! The fields of a record: one piece of code reads those of all records. A record
//! hands over its places in the order in which it declares them.

use super::fault::{Fault, Reading, Wrong};
use super::{Json, Text};
use crate::model::Extra;

/// How a field stands in its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// It must be there.
    Needed,
    /// It may be left out, and is written only where it says something.
    Optional,
    /// It may be left out, and is always written.
    Defaulted,
}

/// A field of a record.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// How it stands there.
    pub mode: Mode,
}

/// Reads the fields of a record into their places, which `slots` gives in the
/// order of `fields`; what is left is `extra`.
#[inline(never)]
pub(crate) fn read_record(
    text: &mut Text,
    fields: &[Field],
    slots: &mut [&mut dyn Json],
    extra: &mut Extra,
) -> Reading<()> {
    let mut seen = 0_u64;
    text.object(&mut |text, name| {
        let Some(at) = fields.iter().position(|field| field.name == name) else {
            return text.unknown_field(extra, name);
        };
        if seen & (1 << at) != 0 {
            return Err(Wrong::Twice.into());
        }
        seen |= 1 << at;
        let Some(slot) = slots.get_mut(at) else {
            return Ok(());
        };
        slot.read(text)?;
        if fields[at].mode == Mode::Optional && slot.is_silent() {
            text.differs();
        }
        Ok(())
    })?;
    for (at, field) in fields.iter().enumerate() {
        if seen & (1 << at) != 0 {
            continue;
        }
        match field.mode {
            Mode::Needed => {
                let fault: Box<Fault> = Wrong::Unfit("this field").into();
                return Err(fault.at(field.name));
            }
            Mode::Optional => {}
            Mode::Defaulted => text.differs(),
        }
    }
    Ok(())
}

/// Whether a record would be written as an empty object.
#[inline(never)]
pub(crate) fn record_is_silent(fields: &[Field], slots: &[&dyn Json], extra: &Extra) -> bool {
    let silent =
        |(field, slot): (&Field, &&dyn Json)| field.mode == Mode::Optional && slot.is_silent();
    extra.is_empty() && fields.iter().zip(slots).all(silent)
}

/// The order of the names of fields, as their places.
pub const fn in_order<const N: usize>(fields: &[Field]) -> [u8; N] {
    // What was read of them is noted in the bits of a number.
    assert!(N <= 64);
    let mut order = [0; N];
    let mut sorted = 0;
    while sorted < N {
        let mut at = sorted;
        while at > 0 && comes_before(fields[sorted].name, fields[order[at - 1] as usize].name) {
            order[at] = order[at - 1];
            at -= 1;
        }
        order[at] = sorted as u8;
        sorted += 1;
    }
    order
}

const fn comes_before(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut at = 0;
    while at < a.len() && at < b.len() {
        if a[at] != b[at] {
            return a[at] < b[at];
        }
        at += 1;
    }
    a.len() < b.len()
}
