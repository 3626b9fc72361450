//! Reading JSON: a walk through its text that goes straight into the records.
//!
//! It gives what any reader of JSON gives, and is stricter: a field that stands
//! twice in one object is told (the first value would be lost), and so is what
//! goes beyond the limits of files. Whoever reads a file also learns whether the
//! text is as the canonical form would write it, and whether what was read is
//! all that it says: then nothing need be written again to know its fingerprint.

mod any;
mod escapes;

use super::fault::{
    Fault, Limited, MAX_DEPTH, MAX_FIELDS, MAX_ITEMS, MAX_TEXT, Reading, Wrong, unfit,
};
use std::borrow::Cow;
use std::sync::Arc;

/// What serde_json calls its own ways to pass numbers and raw text: an object
/// with such a field would be taken for one of them when it is read again.
const RESERVED: &str = "$serde_json::private::";

/// So many texts are known again by their first and last signs.
const KNOWN: usize = 512;

/// Ids and names of browsers that were met, so that one that comes again shares its
/// memory. Whoever reads many records hands it from one to the next.
#[derive(Debug, Default)]
pub struct Known(Vec<Arc<str>>);

/// A text that is read, and the place where reading stands.
pub struct Text<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    /// Whether the limits of files hold.
    limited: bool,
    /// Whether all that was passed stands as the canonical form writes it. What is
    /// in doubt counts as no.
    canonical: bool,
    /// Whether what was read is all that it says: written again it has the same
    /// content. What is in doubt counts as no.
    same: bool,
    known: Known,
}

impl<'a> Text<'a> {
    /// What this program has written.
    pub fn own(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            depth: 0,
            limited: false,
            canonical: true,
            same: true,
            known: Known::default(),
        }
    }

    /// What this program has written, after other records in which ids were met.
    pub fn own_after(text: &'a str, known: &mut Known) -> Self {
        let known = std::mem::take(known);
        Self {
            known,
            ..Self::own(text)
        }
    }

    /// The ids that are known by now.
    pub fn into_known(self) -> Known {
        self.known
    }

    /// What a file holds, `depth` levels below its top.
    pub fn of_file(text: &'a str, depth: usize) -> Self {
        Self {
            depth,
            limited: true,
            ..Self::own(text)
        }
    }

    /// Whether what was read since the last such question stands as the canonical form
    /// writes it.
    pub fn was_canonical(&mut self) -> bool {
        std::mem::replace(&mut self.canonical, true)
    }

    /// Whether all that was read is what the text says.
    pub const fn is_same(&self) -> bool {
        self.same
    }

    /// Notes that what was read would be written in another way.
    pub const fn differs(&mut self) {
        self.same = false;
    }

    /// How many bytes were passed.
    pub const fn position(&self) -> usize {
        self.at
    }

    /// The text from a place to here.
    pub fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// Goes back to a place.
    pub const fn go_back(&mut self, to: usize) {
        self.at = to;
    }

    /// The byte here; 0 at the end.
    #[inline]
    fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    /// The byte where the next word begins.
    #[inline]
    pub fn next(&mut self) -> u8 {
        let byte = self.byte();
        if byte > b' ' {
            return byte;
        }
        self.next_after_space()
    }

    #[inline(never)]
    fn next_after_space(&mut self) -> u8 {
        while matches!(self.byte(), b' ' | b'\t' | b'\r' | b'\n') {
            self.canonical = false;
            self.at += 1;
        }
        self.byte()
    }

    /// Says that nothing but space follows.
    pub fn end(&mut self) -> Reading<()> {
        self.next();
        if self.at < self.text.len() {
            return Err(Wrong::Syntax.into());
        }
        Ok(())
    }

    /// Passes a sign that must be there.
    #[inline]
    fn pass(&mut self, sign: u8) -> Reading<()> {
        if self.next() != sign {
            return Err(Wrong::Syntax.into());
        }
        self.at += 1;
        Ok(())
    }

    /// Whether another one follows in a list or an object, after its comma.
    #[inline]
    fn another(&mut self, close: u8) -> Reading<bool> {
        let next = self.next();
        self.at += 1;
        match next {
            b',' => Ok(true),
            _ if next == close => Ok(false),
            _ => Err(Wrong::Syntax.into()),
        }
    }

    fn enter(&mut self) -> Reading<()> {
        self.at += 1;
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Wrong::Over(Limited::Depth, MAX_DEPTH).into());
        }
        Ok(())
    }

    fn limit(&self, what: Limited, count: usize, most: usize) -> Reading<()> {
        if self.limited && count > most {
            return Err(Wrong::Over(what, most).into());
        }
        Ok(())
    }

    /// Calls `each` for every field of an object, standing before its value.
    pub fn object(&mut self, each: &mut dyn FnMut(&mut Self, &str) -> Reading<()>) -> Reading<()> {
        if self.next() != b'{' {
            return unfit("an object");
        }
        self.enter()?;
        let mut more = self.next() != b'}';
        if !more {
            self.at += 1;
        }
        let (mut count, mut before) = (0, "");
        while more {
            count += 1;
            self.limit(Limited::Fields, count, MAX_FIELDS)?;
            if self.next() != b'"' {
                return Err(Wrong::Syntax.into());
            }
            let quoted = self.quoted()?;
            let name = self.meaning(quoted)?;
            // Names beyond ASCII have an order of their own: that is for the writer.
            self.canonical &= match &name {
                Cow::Borrowed(name) => (count == 1 || before < *name) && name.is_ascii(),
                Cow::Owned(_) => false,
            };
            if let Cow::Borrowed(name) = &name {
                before = name;
            }
            let name = &*name;
            if self.limited && name.starts_with(RESERVED) {
                let fault: Box<Fault> = Wrong::Unfit("another name of this field").into();
                return Err(fault.at(name));
            }
            self.pass(b':')?;
            each(self, name).map_err(|fault| fault.at(name))?;
            more = self.another(b'}')?;
        }
        self.depth -= 1;
        Ok(())
    }

    /// Calls `each` for every item of a list, standing before it.
    pub fn list(&mut self, each: &mut dyn FnMut(&mut Self, usize) -> Reading<()>) -> Reading<()> {
        if self.next() != b'[' {
            return unfit("a list");
        }
        self.enter()?;
        let mut more = self.next() != b']';
        if !more {
            self.at += 1;
        }
        let mut count = 0;
        while more {
            self.limit(Limited::Items, count + 1, MAX_ITEMS)?;
            each(self, count).map_err(|fault| fault.at(format!("[{count}]")))?;
            count += 1;
            more = self.another(b']')?;
        }
        self.depth -= 1;
        Ok(())
    }

    /// Passes a text in quotes; gives it with them, and whether it has escapes.
    #[inline]
    fn quoted(&mut self) -> Reading<(&'a str, bool)> {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let mut at = start + 1;
        let mut escapes = false;
        loop {
            match bytes.get(at) {
                Some(b'"') => break,
                Some(b'\\') => {
                    escapes = true;
                    at += 2;
                }
                Some(0x20..) => at += 1,
                _ => return Err(Wrong::Syntax.into()),
            }
        }
        self.at = at + 1;
        Ok((self.since(start), escapes))
    }

    /// What a text in quotes means.
    #[inline]
    fn meaning(&mut self, (quoted, escapes): (&'a str, bool)) -> Reading<Cow<'a, str>> {
        if escapes {
            return self.unescaped(quoted).map(Cow::Owned);
        }
        let inside = quoted.get(1..quoted.len() - 1).unwrap_or_default();
        Ok(Cow::Borrowed(inside))
    }

    #[inline(never)]
    fn unescaped(&mut self, quoted: &str) -> Reading<String> {
        // What does not fit here is half of a pair of UTF-16, or no JSON, which
        // whoever has the whole text tells.
        let inside = quoted.get(1..quoted.len() - 1).unwrap_or_default();
        let text = escapes::meant(inside).ok_or(Wrong::HalfCharacter)?;
        if self.canonical {
            let mut again = super::Out::default();
            again.string(&text);
            self.canonical = again.text == quoted;
        }
        Ok(text)
    }

    /// Reads a text where it stands, if it needs no other place.
    #[inline]
    pub fn borrowed(&mut self, expected: &'static str) -> Reading<Cow<'a, str>> {
        if self.next() != b'"' {
            return unfit(expected);
        }
        let quoted = self.quoted()?;
        let text = self.meaning(quoted)?;
        if self.limited && text.len() > MAX_TEXT {
            self.limit(Limited::Text, text.chars().count(), MAX_TEXT)?;
        }
        Ok(text)
    }

    /// Reads a text.
    pub fn string(&mut self, expected: &'static str) -> Reading<String> {
        self.borrowed(expected).map(Cow::into_owned)
    }

    /// Reads a name of a few: `find` says which it is.
    pub fn name<T>(
        &mut self,
        expected: &'static str,
        find: impl FnOnce(&str) -> Option<T>,
    ) -> Reading<T> {
        find(&self.borrowed(expected)?).map_or_else(|| unfit(expected), Ok)
    }

    /// The same text in memory that is shared with those that were met before, where
    /// they are not forgotten yet.
    pub fn shared(&mut self, text: &str) -> Arc<str> {
        let Known(all) = &mut self.known;
        if all.is_empty() {
            all.resize(KNOWN, Arc::default());
        }
        let bytes = text.as_bytes();
        let sign = |at: usize| bytes.get(at).copied().map_or(0, usize::from);
        let last = bytes.len().wrapping_sub(1);
        let hash = sign(0) * 7 + sign(last) * 31 + sign(last.wrapping_sub(1)) * 131 + bytes.len();
        let Some(known) = all.get_mut(hash % KNOWN) else {
            return text.into();
        };
        if **known != *text {
            *known = text.into();
        }
        known.clone()
    }
}
