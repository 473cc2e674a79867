//! The shape of a sound.

use std::time::Duration;

use js_sys::ArrayBuffer;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AudioBuffer, OfflineAudioContext};

use super::element::Player;
use super::too_slow;
use crate::bytes::Bytes;
use crate::object_url::ObjectUrl;
use crate::{BrowserError, timer};

/// How many bars show the shape of a sound.
pub const BARS: usize = 100;

/// Samples a second that are kept of a sound: enough to see how loud it is, and a sixth of what it has.
const RATE: f32 = 8_000.0;
/// A sound that takes longer to decode has no shape.
const PATIENCE: Duration = Duration::from_secs(30);

/// A sound as a picture shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sound {
    /// How loud each hundredth of it is, beside the loudest, which is 255. Silence is all nothing.
    pub bars: [u8; BARS],
    /// How long it is, in milliseconds.
    pub ms: u64,
}

/// How long the sound at `url` is, in milliseconds; nothing if it does not say.
///
/// # Errors
/// A sound that the browser cannot play, or not in time.
pub async fn length(url: &ObjectUrl) -> Result<Option<u64>, BrowserError> {
    let player = timer::within(PATIENCE, Player::open("audio", url)).await.ok_or_else(too_slow)??;
    Ok(player.length())
}

/// Listens to all of a sound at once. A minute of it takes up to 23 MB while that lasts: ask for its [`length`] before.
///
/// # Errors
/// A sound that the browser cannot decode, or not in time.
pub async fn sound(bytes: &Bytes) -> Result<Sound, BrowserError> {
    timer::within(PATIENCE, listen(bytes)).await.ok_or_else(too_slow)?
}

async fn listen(bytes: &Bytes) -> Result<Sound, BrowserError> {
    let blob: &web_sys::Blob = bytes.blob().as_ref();
    let encoded: ArrayBuffer = JsFuture::from(blob.array_buffer()).await?.unchecked_into();
    let decoder = OfflineAudioContext::new_with_number_of_channels_and_length_and_sample_rate(1, 1, RATE)?;
    let decoded: AudioBuffer = JsFuture::from(decoder.decode_audio_data(&encoded)?).await?.unchecked_into();
    let loudness = loudness(&decoded)?;
    // No sound has 2^53 milliseconds.
    Ok(Sound { bars: bars(&loudness), ms: (decoded.duration() * 1000.0).round() as u64 })
}

/// The mean power of each hundredth, all channels together. Only one hundredth at a time is in wasm's memory.
fn loudness(sound: &AudioBuffer) -> Result<[f32; BARS], BrowserError> {
    let mut loudness = [0.0; BARS];
    let samples = u64::from(sound.length());
    let start_of = |bar: usize| (samples * bar as u64 / BARS as u64) as u32;
    let mut heard = Vec::new();
    for (bar, loudness) in loudness.iter_mut().enumerate() {
        let (start, end) = (start_of(bar), start_of(bar + 1));
        heard.resize((end - start) as usize, 0.0_f32);
        for channel in 0..sound.number_of_channels() {
            // Both are far below 2^31: a channel has no more than the sound, and a sound none that its header does not name.
            sound.copy_from_channel_with_start_in_channel(&mut heard, channel as i32, start)?;
            *loudness += heard.iter().map(|sample| sample * sample).sum::<f32>() / heard.len().max(1) as f32;
        }
    }
    Ok(loudness)
}

/// As heights beside the highest.
fn bars(loudness: &[f32; BARS]) -> [u8; BARS] {
    let loudest = loudness.iter().copied().fold(0.0, f32::max);
    // A ratio of nothing to nothing is nothing: a cast makes 0 of what is no number.
    loudness.map(|power| ((power / loudest).sqrt() * 255.0).round() as u8)
}

#[cfg(test)]
mod tests {
    use super::{BARS, bars};

    #[test]
    fn bars_stand_beside_the_loudest_and_silence_has_none() {
        let mut loudness = [0.0; BARS];
        assert_eq!(bars(&loudness), [0; BARS]);
        (loudness[3], loudness[7]) = (0.25, 1.0);
        let drawn = bars(&loudness);
        assert_eq!((drawn[0], drawn[3], drawn[7]), (0, 128, 255));
    }
}
