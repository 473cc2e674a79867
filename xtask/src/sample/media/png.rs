//! Portable Network Graphics, still and moving (W3C PNG, third edition), with a palette where the colours are few.

use std::collections::BTreeMap;
use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::paper::{Ink, Paper};

const SIGNATURE: [u8; 8] = [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n'];

/// A still picture.
pub fn still(paper: &Paper) -> Vec<u8> {
    let palette = Palette::of(std::slice::from_ref(paper));
    let mut file = opening(paper, &palette);
    chunk(&mut file, b"IDAT", &palette.packed(paper));
    chunk(&mut file, b"IEND", &[]);
    file
}

/// A picture that moves for ever; `hundredths` is how long each frame stays, in hundredths of a second. All frames are equally large.
pub fn moving(frames: &[Paper], hundredths: u16) -> Vec<u8> {
    let Some(first) = frames.first() else { return Vec::new() };
    let palette = Palette::of(frames);
    let mut file = opening(first, &palette);
    let count = u32::try_from(frames.len()).unwrap_or(u32::MAX);
    chunk(&mut file, b"acTL", &[count.to_be_bytes(), [0; 4]].concat());
    let mut sequence = 0_u32;
    for frame in frames {
        chunk(&mut file, b"fcTL", &frame_control(frame, sequence, hundredths));
        sequence += 1;
        let packed = palette.packed(frame);
        // The first frame is also what a program sees that does not know moving pictures.
        if sequence == 1 {
            chunk(&mut file, b"IDAT", &packed);
        } else {
            chunk(&mut file, b"fdAT", &[&sequence.to_be_bytes(), packed.as_slice()].concat());
            sequence += 1;
        }
    }
    chunk(&mut file, b"IEND", &[]);
    file
}

fn frame_control(frame: &Paper, sequence: u32, hundredths: u16) -> Vec<u8> {
    let mut control = sequence.to_be_bytes().to_vec();
    control.extend(u32::from(frame.width()).to_be_bytes());
    control.extend(u32::from(frame.height()).to_be_bytes());
    // At the top left corner, …
    control.extend([0; 8]);
    control.extend(hundredths.to_be_bytes());
    control.extend(100_u16.to_be_bytes());
    // … left standing until the next frame replaces it whole.
    control.extend([0, 0]);
    control
}

fn opening(paper: &Paper, palette: &Palette) -> Vec<u8> {
    let mut file = SIGNATURE.to_vec();
    let mut header = u32::from(paper.width()).to_be_bytes().to_vec();
    header.extend(u32::from(paper.height()).to_be_bytes());
    // Eight bits a pixel, each naming a colour of the palette; deflate, no interlace.
    header.extend([8, 3, 0, 0, 0]);
    chunk(&mut file, b"IHDR", &header);
    chunk(&mut file, b"PLTE", &palette.inks.concat());
    file
}

fn chunk(file: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) {
    file.extend(u32::try_from(data.len()).unwrap_or(u32::MAX).to_be_bytes());
    file.extend(kind);
    file.extend(data);
    let mut sum = flate2::Crc::new();
    sum.update(kind);
    sum.update(data);
    file.extend(sum.sum().to_be_bytes());
}

/// At most 256 colours. Where soft edges make more, colours are rounded until they fit.
struct Palette {
    inks: Vec<Ink>,
    places: BTreeMap<Ink, u8>,
    kept_bits: u32,
}

impl Palette {
    fn of(papers: &[Paper]) -> Self {
        let mut kept_bits = 8;
        loop {
            let mut places = BTreeMap::new();
            for run in papers.iter().flat_map(|paper| paper.pixels().chunk_by(Ink::eq)) {
                places.extend(run.first().map(|ink| (rounded(*ink, kept_bits), 0)));
            }
            if places.len() <= 256 || kept_bits <= 2 {
                let inks: Vec<Ink> = places.keys().copied().collect();
                for (place, known) in (0..=u8::MAX).zip(places.values_mut()) {
                    *known = place;
                }
                return Self { inks, places, kept_bits };
            }
            kept_bits -= 1;
        }
    }

    /// The rows of a picture as names of colours, deflated.
    fn packed(&self, paper: &Paper) -> Vec<u8> {
        let mut rows = Vec::new();
        for row in paper.pixels().chunks(usize::from(paper.width())) {
            // No filter: it does not help names of colours.
            rows.push(0);
            for run in row.chunk_by(Ink::eq) {
                let name = run.first().and_then(|ink| self.places.get(&rounded(*ink, self.kept_bits)));
                rows.extend(std::iter::repeat_n(name.copied().unwrap_or(0), run.len()));
            }
        }
        deflated(&rows)
    }
}

/// Keeps the high bits of a colour and fills the rest so that white stays white.
fn rounded(ink: Ink, kept_bits: u32) -> Ink {
    let step = 1_u16 << (8 - kept_bits);
    let top = (255 / step) * step;
    ink.map(|part| {
        let low = u16::from(part) / step * step;
        u8::try_from(low * 255 / top).unwrap_or(u8::MAX)
    })
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    // Writing to memory has no way to fail.
    encoder.write_all(bytes).and_then(|()| encoder.finish()).unwrap_or_default()
}
