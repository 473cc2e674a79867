//! The records of a ZIP as bytes. All numbers are little endian; the section numbers are APPNOTE's.

/// 4.3.7 Local file header.
pub(super) const LOCAL: u32 = 0x0403_4b50;
/// 4.3.12 Central directory file header.
pub(super) const CENTRAL: u32 = 0x0201_4b50;
/// 4.3.16 End of central directory record.
pub(super) const END: u32 = 0x0605_4b50;
/// 4.3.14 ZIP64 end of central directory record.
pub(super) const END64: u32 = 0x0606_4b50;
/// 4.3.15 ZIP64 end of central directory locator.
pub(super) const LOCATOR64: u32 = 0x0706_4b50;

/// The fixed part of a local header.
pub(super) const LOCAL_LENGTH: u64 = 30;
/// The fixed part of a central header.
pub(super) const CENTRAL_LENGTH: usize = 46;
/// The fixed part of the end record.
pub(super) const END_LENGTH: usize = 22;
/// The locator, which stands right before the end record.
pub(super) const LOCATOR64_LENGTH: u64 = 20;
/// The fixed part of the ZIP64 end record.
pub(super) const END64_LENGTH: usize = 56;

/// A 32-bit field that says: the ZIP64 extra field has it.
pub(super) const IN_EXTRA: u32 = u32::MAX;
/// The same for 16 bits.
pub(super) const IN_EXTRA_16: u16 = u16::MAX;
/// 4.5.3 The header id of the ZIP64 extra field.
pub(super) const EXTRA64: u16 = 1;

/// 4.4.5 The bytes as they are.
pub(super) const STORED: u16 = 0;
/// 4.4.5 Deflated (RFC 1951).
pub(super) const DEFLATED: u16 = 8;

/// 4.4.4 Bit 0: encrypted.
pub(super) const ENCRYPTED: u16 = 1;
/// 4.4.4 Bit 3: sum and sizes stand behind the bytes.
pub(super) const DESCRIPTOR: u16 = 1 << 3;
/// 4.3.9.3 What may stand before them there.
pub(super) const DESCRIPTOR_MARK: u32 = 0x0807_4b50;
/// 4.4.4 Bit 11: the name is UTF-8.
pub(super) const UTF8: u16 = 1 << 11;

/// Appends numbers in little endian.
pub(super) trait Put {
    fn put16(&mut self, value: u16);
    fn put32(&mut self, value: u32);
    fn put64(&mut self, value: u64);
}

impl Put for Vec<u8> {
    fn put16(&mut self, value: u16) {
        self.extend_from_slice(&value.to_le_bytes());
    }

    fn put32(&mut self, value: u32) {
        self.extend_from_slice(&value.to_le_bytes());
    }

    fn put64(&mut self, value: u64) {
        self.extend_from_slice(&value.to_le_bytes());
    }
}

/// Takes numbers from the front of a record; `None` once it is too short.
#[derive(Debug, Clone, Copy)]
pub(super) struct Take<'b>(pub(super) &'b [u8]);

impl<'b> Take<'b> {
    pub(super) fn bytes(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes(self.bytes(2)?.try_into().ok()?))
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.bytes(4)?.try_into().ok()?))
    }

    pub(super) fn u64(&mut self) -> Option<u64> {
        Some(u64::from_le_bytes(self.bytes(8)?.try_into().ok()?))
    }
}
