//! Inflating (RFC 1951): the other half of what deflates.
//!
//! It is a tenth of the library's, and inflates short records as fast. Every page
//! opens records, few make them.

/// Bits that find most codes at once.
const QUICK: u32 = 9;

/// Longest code, in bits.
const LONGEST: usize = 15;

/// The order in which a block says how long the codes of its lengths are.
const ORDER: [u8; 19] = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
];

/// Adds to `out`, which may be looked back into, what `deflated` inflates to. `None`
/// where it is something else, where something follows it, or where `out` would be
/// longer than `most` bytes.
pub fn inflate(deflated: &[u8], mut out: Vec<u8>, most: usize) -> Option<Vec<u8>> {
    let mut bits = Bits::new(deflated);
    loop {
        let last = bits.take(1)? == 1;
        match bits.take(2)? {
            0 => bits.stored(&mut out, most)?,
            1 => {
                let (signs, distances) = fixed()?;
                bits.block(&signs, &distances, &mut out, most)?;
            }
            2 => {
                let (signs, distances) = bits.codes()?;
                bits.block(&signs, &distances, &mut out, most)?;
            }
            _ => return None,
        }
        if last {
            return bits.is_over().then_some(out);
        }
    }
}

/// A row of bits, the lowest of each byte first.
struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
    /// Bits that were read, the next one lowest.
    held: u64,
    count: u32,
}

impl<'a> Bits<'a> {
    const fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            at: 0,
            held: 0,
            count: 0,
        }
    }

    /// Holds as many bits as there are, up to 56.
    fn fill(&mut self) {
        while self.count < 56
            && let Some(byte) = self.bytes.get(self.at)
        {
            self.held |= u64::from(*byte) << self.count;
            self.count += 8;
            self.at += 1;
        }
    }

    /// Takes some of the bits that are held.
    fn drop(&mut self, count: u32) -> Option<()> {
        self.count = self.count.checked_sub(count)?;
        self.held >>= count;
        Some(())
    }

    /// The number that the next bits are, up to 16 of them.
    fn take(&mut self, count: u32) -> Option<usize> {
        self.fill();
        let number = self.held & ((1 << count) - 1);
        self.drop(count)?;
        Some(number as usize)
    }

    /// What the next code stands for.
    #[inline]
    fn sign(&mut self, codes: &Codes) -> Option<usize> {
        if self.count < LONGEST as u32 {
            self.fill();
        }
        let entry = codes.quick[(self.held & ((1 << QUICK) - 1)) as usize];
        if entry != 0 {
            self.drop(u32::from(entry & 15))?;
            return Some(usize::from(entry >> 4));
        }
        let (sign, length) = codes.longer(self.held)?;
        self.drop(length)?;
        Some(usize::from(sign))
    }

    fn stored(&mut self, out: &mut Vec<u8>, most: usize) -> Option<()> {
        self.drop(self.count % 8)?;
        let (length, check) = (self.take(16)?, self.take(16)?);
        if length ^ check != 0xFFFF || out.len() + length > most {
            return None;
        }
        // Whole bytes are held: they are read again.
        self.at -= self.count as usize / 8;
        (self.held, self.count) = (0, 0);
        let bytes = self.bytes.get(self.at..self.at + length)?;
        self.at += length;
        out.extend_from_slice(bytes);
        Some(())
    }

    fn block(
        &mut self,
        signs: &Codes,
        distances: &Codes,
        out: &mut Vec<u8>,
        most: usize,
    ) -> Option<()> {
        loop {
            let sign = self.sign(signs)?;
            match sign {
                0..256 => {
                    if out.len() >= most {
                        return None;
                    }
                    out.push(sign as u8);
                }
                256 => return Some(()),
                257..286 => {
                    let length = self.length(sign - 257)?;
                    let distance = self.sign(distances)?;
                    let distance = self.distance(distance)?;
                    let from = out.len().checked_sub(distance)?;
                    if out.len() + length > most {
                        return None;
                    }
                    if distance >= length {
                        out.extend_from_within(from..from + length);
                    } else {
                        for at in from..from + length {
                            out.push(*out.get(at)?);
                        }
                    }
                }
                _ => return None,
            }
        }
    }

    /// How long a repetition is: four lengths share their number of further bits.
    fn length(&mut self, sign: usize) -> Option<usize> {
        match sign {
            0..8 => Some(3 + sign),
            28 => Some(258),
            _ => {
                let further = sign as u32 / 4 - 1;
                Some(3 + ((4 + sign % 4) << further) + self.take(further)?)
            }
        }
    }

    /// How far back it stands: two distances share theirs.
    fn distance(&mut self, sign: usize) -> Option<usize> {
        match sign {
            0..4 => Some(1 + sign),
            4..30 => {
                let further = sign as u32 / 2 - 1;
                Some(1 + ((2 + sign % 2) << further) + self.take(further)?)
            }
            _ => None,
        }
    }

    /// The codes that a block brings along: first those of their lengths.
    fn codes(&mut self) -> Option<(Codes, Codes)> {
        let signs = self.take(5)? + 257;
        let all = signs + self.take(5)? + 1;
        let mut lengths = [0; 19];
        for place in ORDER.iter().take(self.take(4)? + 4) {
            lengths[usize::from(*place)] = self.take(3)? as u8;
        }
        let codes = Codes::new(&lengths)?;
        let mut lengths = [0; 320];
        let mut at = 0;
        while at < all {
            let (length, times) = match self.sign(&codes)? {
                16 => (*lengths.get(at.checked_sub(1)?)?, 3 + self.take(2)?),
                17 => (0, 3 + self.take(3)?),
                18 => (0, 11 + self.take(7)?),
                length => (length as u8, 1),
            };
            if at + times > all {
                return None;
            }
            lengths.get_mut(at..at + times)?.fill(length);
            at += times;
        }
        Some((
            Codes::new(lengths.get(..signs)?)?,
            Codes::new(lengths.get(signs..all)?)?,
        ))
    }

    /// Whether no whole byte is left.
    fn is_over(&self) -> bool {
        self.at == self.bytes.len() && self.count < 8
    }
}

/// Codes of signs, by their lengths alone: the shorter first, of the same length the
/// lower sign first.
struct Codes {
    /// Of each next few bits, the sign and the length of its code; zero where that is
    /// longer.
    quick: [u16; 1 << QUICK],
    /// How many codes have each length.
    counts: [u16; LONGEST + 1],
    /// The signs in the order of their codes.
    signs: [u16; 320],
}

impl Codes {
    fn new(lengths: &[u8]) -> Option<Self> {
        let mut counts = [0_u16; LONGEST + 1];
        for length in lengths {
            *counts.get_mut(usize::from(*length))? += 1;
        }
        let used = lengths.len() - usize::from(counts[0]);
        counts[0] = 0;
        let mut free = 1_i32;
        let mut places = [0_u16; LONGEST + 2];
        for (length, count) in counts.iter().enumerate().skip(1) {
            free = free * 2 - i32::from(*count);
            if free < 0 {
                return None;
            }
            places[length + 1] = places[length] + count;
        }
        // A single code may leave others free, and so may none.
        if free > 0 && used > 1 {
            return None;
        }
        let mut codes = Self {
            quick: [0; 1 << QUICK],
            counts,
            signs: [0; 320],
        };
        for (sign, length) in (0_u16..).zip(lengths) {
            let place = &mut places[usize::from(*length)];
            if *length > 0 {
                *codes.signs.get_mut(usize::from(*place))? = sign;
            }
            *place += 1;
        }
        codes.fill_quick();
        Some(codes)
    }

    fn fill_quick(&mut self) {
        let mut code = 0_u32;
        let mut signs = self.signs.iter();
        for length in 1..=QUICK {
            code <<= 1;
            for sign in signs.by_ref().take(self.counts[length as usize].into()) {
                // The first bit of a code is read first.
                let first = code.reverse_bits() >> (32 - length);
                let entry = sign << 4 | length as u16;
                let places = self.quick.iter_mut().skip(first as usize);
                places.step_by(1 << length).for_each(|place| *place = entry);
                code += 1;
            }
        }
    }

    /// The sign that a code of these bits stands for, and how long that is.
    fn longer(&self, bits: u64) -> Option<(u16, u32)> {
        let (mut code, mut first, mut index) = (0, 0, 0);
        for length in 1..=LONGEST {
            code |= (bits >> (length - 1) & 1) as usize;
            let count = usize::from(self.counts[length]);
            if code < first + count {
                let sign = self.signs.get(index + code - first)?;
                return Some((*sign, length as u32));
            }
            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }
        None
    }
}

/// The codes that are known beforehand.
fn fixed() -> Option<(Codes, Codes)> {
    let mut lengths = [8; 288];
    lengths.get_mut(144..256)?.fill(9);
    lengths.get_mut(256..280)?.fill(7);
    Some((Codes::new(&lengths)?, Codes::new(&[5; 32])?))
}

#[cfg(test)]
mod tests;
