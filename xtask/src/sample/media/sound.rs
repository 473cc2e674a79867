//! Sounds made from numbers: claps, bottles and a music box, as WAV files.

use std::f64::consts::TAU;

use super::chance::Chance;

/// Values in a second.
const RATE: u32 = 8_000;

/// Four rounds of 1, 3, 5 and 7 claps with a stamp after each.
pub fn clapping() -> Vec<u8> {
    let mut room = Chance::new(11);
    let mut sound = Vec::new();
    for claps in [1, 3, 5, 7] {
        for _ in 0..claps {
            sound.extend(knock(&mut room, 0.3, 60.0, 0.7));
        }
        sound.extend(stamp(&mut room));
    }
    wav(&sound)
}

/// Five bottles, struck one after the other, then the start of a song.
pub fn bottles() -> Vec<u8> {
    // The third bottle is of another glass and always a little too high.
    let tuned = [523.3, 587.3, 671.0, 698.5, 784.0];
    let song = [0, 1, 2, 3, 4, 4, 2, 0, 0, 1, 2, 1, 0];
    let mut sound: Vec<f64> = tuned.iter().flat_map(|pitch| bottle(*pitch, 0.45)).collect();
    sound.extend(silence(0.4));
    sound.extend(song.iter().filter_map(|place| tuned.get(*place)).flat_map(|pitch| bottle(*pitch, 0.32)));
    wav(&sound)
}

/// What the learner's own program `music_box.py` plays.
pub fn music_box() -> Vec<u8> {
    let letters = "EGcGEGcG DFAFDFAF EGcedcBGC  C";
    let sound: Vec<f64> = letters.chars().flat_map(|letter| music_note(letter, 0.3)).collect();
    wav(&sound)
}

fn music_note(letter: char, seconds: f64) -> Vec<f64> {
    let steps = match letter {
        'C' => -9.0,
        'D' => -7.0,
        'E' => -5.0,
        'F' => -4.0,
        'G' => -2.0,
        'A' => 0.0,
        'B' => 2.0,
        'c' => 3.0,
        'd' => 5.0,
        'e' => 7.0,
        _ => return silence(seconds),
    };
    let pitch = 440.0 * 2_f64.powf(steps / 12.0);
    moments(seconds).map(|at| (TAU * pitch * at).sin() * (1.0 - at / seconds).powi(2) * 0.6).collect()
}

/// A struck bottle: its own note and a short, bright one on top.
fn bottle(pitch: f64, seconds: f64) -> Vec<f64> {
    moments(seconds)
        .map(|at| {
            let ring = (TAU * pitch * at).sin() * (-6.0 * at).exp();
            let ping = (TAU * pitch * 2.76 * at).sin() * (-26.0 * at).exp();
            (ring * 0.55 + ping * 0.3) * (at * 400.0).min(1.0)
        })
        .collect()
}

/// Noise that dies away fast.
fn knock(room: &mut Chance, seconds: f64, fall: f64, loud: f64) -> Vec<f64> {
    moments(seconds).map(|at| room.swing() * (-fall * at).exp() * loud).collect()
}

fn stamp(room: &mut Chance) -> Vec<f64> {
    let dull = knock(room, 0.6, 90.0, 0.2);
    moments(0.6).zip(dull).map(|(at, noise)| (TAU * 85.0 * at).sin() * (-14.0 * at).exp() * 0.8 + noise).collect()
}

fn silence(seconds: f64) -> Vec<f64> {
    moments(seconds).map(|_| 0.0).collect()
}

/// The moments of a stretch of time at which a value is taken, in seconds.
fn moments(seconds: f64) -> impl Iterator<Item = f64> {
    (0..).map(|place: u32| f64::from(place) / f64::from(RATE)).take_while(move |at| *at < seconds)
}

/// Values from -1 to 1 as a WAV file: one channel, 16 bits (Microsoft RIFF, PCM).
fn wav(sound: &[f64]) -> Vec<u8> {
    let data: Vec<u8> = sound.iter().flat_map(|value| level(*value).to_le_bytes()).collect();
    let length = u32::try_from(data.len()).unwrap_or(u32::MAX);
    let mut file = b"RIFF".to_vec();
    file.extend((length + 36).to_le_bytes());
    file.extend(b"WAVEfmt ");
    file.extend(16_u32.to_le_bytes());
    file.extend(1_u16.to_le_bytes());
    file.extend(1_u16.to_le_bytes());
    file.extend(RATE.to_le_bytes());
    file.extend((RATE * 2).to_le_bytes());
    file.extend(2_u16.to_le_bytes());
    file.extend(16_u16.to_le_bytes());
    file.extend(b"data");
    file.extend(length.to_le_bytes());
    file.extend(data);
    file
}

#[expect(clippy::cast_possible_truncation, reason = "clamped to the range on the same line")]
fn level(value: f64) -> i16 {
    (value.clamp(-1.0, 1.0) * f64::from(i16::MAX)).round() as i16
}
