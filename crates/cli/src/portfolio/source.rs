//! Where a portfolio lies: a list of names, and the bytes under each.

use super::report::Bad;

/// The reader of the bytes has had enough.
pub struct Enough;

/// Files below one base, whose names are like `cairn1/log/…`, whatever the base is called.
pub trait Source {
    /// The names of all files, ascending.
    fn names(&self) -> Vec<String>;

    /// What is there and is not read, with the reason.
    fn refused(&self) -> Vec<Bad>;

    /// Hands the bytes of a file to `take`, piece by piece.
    ///
    /// # Errors
    /// A sentence that says why the bytes cannot be had, or had to their end.
    fn read(&mut self, name: &str, take: &mut dyn FnMut(&[u8]) -> Result<(), Enough>) -> Result<(), String>;
}

/// A whole file in memory.
///
/// # Errors
/// When it cannot be read, or has more than `limit` bytes.
pub fn whole(source: &mut dyn Source, name: &str, limit: usize) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    source.read(name, &mut |piece| {
        if bytes.len() + piece.len() > limit {
            return Err(Enough);
        }
        bytes.extend_from_slice(piece);
        Ok(())
    })?;
    Ok(bytes)
}
