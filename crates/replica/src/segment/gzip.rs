//! Gzip for native code. The browser uses its own streams.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::bufread::GzDecoder;
use flate2::write::GzEncoder;

use super::{INFLATED_LIMIT, SEGMENT_LIMIT, SegmentError};

/// Compresses the lines of a segment.
///
/// # Errors
/// None that lines can cause; gzip is written by a writer that may fail.
pub fn compress(lines: &[u8]) -> Result<Vec<u8>, SegmentError> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(lines.len() / 3), Compression::default());
    encoder.write_all(lines)?;
    Ok(encoder.finish()?)
}

/// Inflates a segment, within [`SEGMENT_LIMIT`] and [`INFLATED_LIMIT`].
///
/// # Errors
/// [`SegmentError::TooLarge`], [`SegmentError::Bomb`], [`SegmentError::Gzip`].
pub fn inflate(gzip: &[u8]) -> Result<Vec<u8>, SegmentError> {
    if gzip.len() > SEGMENT_LIMIT {
        return Err(SegmentError::TooLarge { bytes: gzip.len() });
    }
    let mut decoder = GzDecoder::new(gzip);
    let mut lines = Vec::with_capacity(4 * gzip.len());
    decoder.by_ref().take(INFLATED_LIMIT as u64 + 1).read_to_end(&mut lines)?;
    if lines.len() > INFLATED_LIMIT {
        return Err(SegmentError::Bomb);
    }
    // Browsers refuse a second member, so one that hides here would be read by some and not by others.
    if !decoder.into_inner().is_empty() {
        return Err(std::io::Error::new(std::io::ErrorKind::InvalidData, "bytes after the gzip member").into());
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_whole_member_is_read() {
        let gzip = compress(b"hello\n").unwrap();
        assert_eq!(inflate(&gzip).unwrap(), b"hello\n");
        assert!(matches!(inflate(&gzip[..gzip.len() - 1]), Err(SegmentError::Gzip(_))));
        assert!(matches!(inflate(&[gzip.clone(), gzip].concat()), Err(SegmentError::Gzip(_))));
    }

    #[test]
    fn a_bomb_is_refused() {
        let gzip = compress(&vec![b'a'; INFLATED_LIMIT + 1]).unwrap();
        assert!(matches!(inflate(&gzip), Err(SegmentError::Bomb)));
        assert!(matches!(inflate(&vec![0; SEGMENT_LIMIT + 1]), Err(SegmentError::TooLarge { .. })));
    }
}
