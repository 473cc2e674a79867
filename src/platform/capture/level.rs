//! How loud it is.

use std::cell::RefCell;

use web_sys::{AnalyserNode, AudioContext, AudioContextState};

use super::{CaptureError, Stream};

/// The samples looked at each time: a twentieth of a second.
const WINDOW: usize = 2048;
/// What is as quiet as nothing, in decibels below the loudest.
const SILENCE: f32 = 60.0;

/// Listens to a stream for as long as it is held, and lets nothing be heard.
pub struct Level {
    context: AudioContext,
    ear: AnalyserNode,
    samples: RefCell<Vec<f32>>,
}

impl Level {
    /// Listens to the sound of `stream`.
    ///
    /// # Errors
    /// A stream without sound, or a browser that does not analyse any.
    pub fn of(stream: &Stream) -> Result<Self, CaptureError> {
        let context = AudioContext::new()?;
        let ear = context.create_analyser()?;
        ear.set_fft_size(WINDOW as u32);
        context.create_media_stream_source(stream.inner())?.connect_with_audio_node(&ear)?;
        Ok(Self { context, ear, samples: RefCell::new(vec![0.0; WINDOW]) })
    }

    /// How loud it is now, from 0 (silence, 60 dB below the loudest) to 1 (the loudest); nothing while the browser does not listen.
    pub fn now(&self) -> Option<f32> {
        if self.context.state() != AudioContextState::Running {
            // It may have been asked before a person did anything.
            drop(self.context.resume());
            return None;
        }
        let mut samples = self.samples.borrow_mut();
        self.ear.get_float_time_domain_data(&mut samples);
        Some(loudness(&samples))
    }
}

impl Drop for Level {
    fn drop(&mut self) {
        // It is closed or was never open; nobody waits for the answer.
        drop(self.context.close());
    }
}

/// The root mean square of samples between -1 and 1, in decibels, as a share of the audible range.
fn loudness(samples: &[f32]) -> f32 {
    let square = samples.iter().map(|sample| sample * sample).sum::<f32>() / samples.len().max(1) as f32;
    ((10.0 * square.max(f32::MIN_POSITIVE).log10() + SILENCE) / SILENCE).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::loudness;

    #[test]
    fn silence_is_nought_and_the_loudest_is_one() {
        assert_eq!(loudness(&[0.0; 8]), 0.0);
        assert_eq!(loudness(&[1.0, -1.0, 1.0, -1.0]), 1.0);
        assert!((loudness(&[0.1, -0.1]) - 2.0 / 3.0).abs() < 0.001, "20 dB down is a third of 60");
    }
}
