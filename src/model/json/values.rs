//! JSON of what records are made of: texts, numbers, lists.

use super::{Fault, Json, Out, Reading, Text, Wrong, read_list, unfit, write_list};
use crate::model::sort_by;
use litemap::LiteMap;
use std::sync::Arc;

/// Declares the JSON of what holds a text, by the way it is read.
macro_rules! texts {
    ($($type:ty: |$text:ident| $read:expr;)*) => {$(
        impl Json for $type {
            fn read(&mut self, $text: &mut Text) -> Reading<()> {
                *self = $read;
                Ok(())
            }

            fn write(&self, out: &mut Out) {
                out.string(self);
            }

            fn is_silent(&self) -> bool {
                self.is_empty()
            }

            fn blank() -> Self {
                Self::default()
            }
        }
    )*};
}

texts! {
    String: |text| text.string("a text")?;
    // One that comes again and again: it shares its memory.
    Arc<str>: |text| {
        let read = text.borrowed("a text")?;
        text.shared(&read)
    };
}

impl Json for bool {
    fn blank() -> Self {
        false
    }

    fn read(&mut self, text: &mut Text) -> Reading<()> {
        *self = text.truth()?;
        Ok(())
    }

    fn write(&self, out: &mut Out) {
        out.text.push_str(if *self { "true" } else { "false" });
    }

    fn is_silent(&self) -> bool {
        !self
    }
}

impl Json for u32 {
    fn blank() -> Self {
        0
    }

    fn read(&mut self, text: &mut Text) -> Reading<()> {
        let expected = "a whole number from 0 to 4294967295";
        let number = text.whole(expected)?;
        *self = number.try_into().or_else(|_| unfit(expected))?;
        Ok(())
    }

    fn write(&self, out: &mut Out) {
        out.number((*self).into());
    }

    fn is_silent(&self) -> bool {
        *self == 0
    }
}

impl Json for u64 {
    fn blank() -> Self {
        0
    }

    fn read(&mut self, text: &mut Text) -> Reading<()> {
        *self = text.whole("a whole number")?;
        Ok(())
    }

    fn write(&self, out: &mut Out) {
        out.number(*self);
    }

    fn is_silent(&self) -> bool {
        *self == 0
    }
}

impl<T: Json> Json for Option<T> {
    fn read(&mut self, text: &mut Text) -> Reading<()> {
        if text.null()? {
            return Ok(());
        }
        self.insert(T::blank()).read(text)
    }

    fn write(&self, out: &mut Out) {
        match self {
            None => out.text.push_str("null"),
            Some(value) => value.write(out),
        }
    }

    fn is_silent(&self) -> bool {
        self.is_none()
    }

    fn blank() -> Self {
        None
    }
}

impl<T: Json> Json for Box<T> {
    fn blank() -> Self {
        Self::new(T::blank())
    }

    fn read(&mut self, text: &mut Text) -> Reading<()> {
        (**self).read(text)
    }

    fn write(&self, out: &mut Out) {
        (**self).write(out);
    }

    fn is_silent(&self) -> bool {
        (**self).is_silent()
    }
}

impl<T: Json> Json for Vec<T> {
    fn read(&mut self, text: &mut Text) -> Reading<()> {
        read_list(self, text)
    }

    fn write(&self, out: &mut Out) {
        write_list(self, out);
    }

    fn is_silent(&self) -> bool {
        self.is_empty()
    }

    fn blank() -> Self {
        Self::new()
    }
}

/// What may be the name of an item in a map.
pub trait Name: Ord {
    /// Reads it; `None` where the text is none.
    fn read_name(name: &str, text: &mut Text) -> Option<Self>
    where
        Self: Sized;

    /// As it stands in a file.
    fn name(&self) -> &str;
}

impl Name for String {
    fn read_name(name: &str, _: &mut Text) -> Option<Self> {
        Some(name.into())
    }

    fn name(&self) -> &str {
        self
    }
}

impl<K: Name, T: Json> Json for LiteMap<K, T> {
    fn blank() -> Self {
        Self::new_vec()
    }

    fn read(&mut self, text: &mut Text) -> Reading<()> {
        let mut items: Vec<(K, T)> = Vec::new();
        let mut in_order = true;
        text.object(&mut |text, name| {
            let Some(key) = K::read_name(name, text) else {
                return unfit("ids as the names of fields");
            };
            // In canonical order each name comes after all others.
            in_order &= items.last().is_none_or(|(last, _)| *last < key);
            let mut item = T::blank();
            item.read(text)?;
            if items.len() == items.capacity() {
                // By fours: all that are there are moved each time.
                items.reserve_exact(items.len().max(2) * 4);
            }
            items.push((key, item));
            Ok(())
        })?;
        if !in_order {
            // Once for all: a file may have thousands, each before the one that it follows.
            sort_by(&mut items, |(a, _), (b, _)| a.cmp(b));
            for pair in items.windows(2) {
                if let [(name, _), (next, _)] = pair
                    && name == next
                {
                    return Err(Box::<Fault>::from(Wrong::Twice).at(name.name()));
                }
            }
        }
        // Thousands of sheets are in the memory at once.
        items.shrink_to_fit();
        *self = Self::from_sorted_store_unchecked(items);
        Ok(())
    }

    fn write(&self, out: &mut Out) {
        out.text.push('{');
        for (index, (name, item)) in self.iter().enumerate() {
            out.name(index, name.name());
            item.write(out);
        }
        out.text.push('}');
    }

    fn is_silent(&self) -> bool {
        self.is_empty()
    }
}
