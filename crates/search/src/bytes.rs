//! Numbers in bytes. Whoever reads them was not there when they were written, so everything may be cut or wrong.

/// Bytes from a place on.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reader<'a>(pub &'a [u8]);

impl<'a> Reader<'a> {
    /// The next so many bytes.
    pub fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    /// A number of four bytes, the lowest first.
    pub fn u32(&mut self) -> Option<u32> {
        let (bytes, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u32::from_le_bytes(*bytes))
    }

    /// A number of four bytes that counts bytes or rows.
    pub fn count(&mut self) -> Option<usize> {
        usize::try_from(self.u32()?).ok()
    }

    /// A number in as many bytes as it needs: seven bits in each, the lowest first, and whether another follows (LEB128).
    pub fn varint(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in [0, 7, 14, 21, 28] {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u32::from(byte & 0x7f).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }
}

/// Writes what [`Reader::varint`] reads.
pub fn push_varint(bytes: &mut Vec<u8>, mut number: u32) {
    while number > 0x7f {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// The length of something kept in memory, which is far below four thousand million.
pub fn length(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// The row with this number of a table of rows of `N` bytes.
pub fn row<const N: usize>(table: &[u8], number: usize) -> Option<&[u8; N]> {
    table.get(number.checked_mul(N)?..)?.first_chunk()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_cut_is_not_read() {
        assert_eq!(Reader(&[0x80]).varint(), None);
        assert_eq!(Reader(&[0x80; 9]).varint(), None);
        assert_eq!(Reader(&[1, 2, 3]).u32(), None);
        assert_eq!(Reader(&[1]).take(2), None);
        assert_eq!(row::<4>(&[0; 7], 1), None);
    }

    proptest! {
        #[test]
        fn numbers_come_back(numbers: Vec<u32>) {
            let mut bytes = Vec::new();
            numbers.iter().for_each(|number| push_varint(&mut bytes, *number));
            let mut reader = Reader(&bytes);
            let back: Vec<u32> = std::iter::from_fn(|| reader.varint()).collect();
            prop_assert_eq!(back, numbers);
        }
    }
}
