//! The inside of a segment: a header and its ops, one line of JSON each.

use super::{Header, SegmentError};
use crate::op::Op;

/// The lines of a segment, ready to be compressed. The header's writers, range and count must be those of the ops, as
/// [`Freezer`](super::Freezer) sees to.
///
/// # Errors
/// [`SegmentError::Op`], where an op is beyond the limits of the format.
pub fn encode(header: &Header, ops: &[Op]) -> Result<Vec<u8>, SegmentError> {
    let mut lines = header.to_json()?;
    lines.push(b'\n');
    for (place, op) in ops.iter().enumerate() {
        op.write_json(&mut lines).map_err(|source| SegmentError::Op { line: place + 2, source })?;
        lines.push(b'\n');
    }
    Ok(lines)
}

/// Reads the inflated lines of a segment. Either all of it is taken or none.
///
/// # Errors
/// The first thing that is wrong.
pub fn parse(lines: &[u8]) -> Result<(Header, Vec<Op>), SegmentError> {
    let mut each = lines.split(|byte| *byte == b'\n');
    let header = Header::from_json(each.next().unwrap_or_default())?;
    // A count that lies must not reserve memory: an op takes at least 30 bytes.
    let mut ops = Vec::with_capacity(header.ops.min(lines.len() / 30));
    for (place, line) in each.enumerate().filter(|(_, line)| !line.is_empty()) {
        ops.push(read_op(&header, place + 2, line)?);
    }
    if ops.len() != header.ops {
        return Err(SegmentError::Count { expected: header.ops, found: ops.len() });
    }
    Ok((header, ops))
}

fn read_op(header: &Header, line: usize, json: &[u8]) -> Result<Op, SegmentError> {
    let op = Op::from_json(json).map_err(|source| SegmentError::Op { line, source })?;
    let (writer, lamport) = (op.id.writer, op.id.lamport);
    if !header.writers.contains(&writer) {
        return Err(SegmentError::Writer { line, writer });
    }
    if !(header.lamport.0..=header.lamport.1).contains(&lamport) {
        return Err(SegmentError::Range { line, lamport });
    }
    Ok(op)
}
