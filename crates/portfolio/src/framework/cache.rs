//! What a framework's package says as bytes, for a fast start. A cache of one device: the package's own bytes are the record.

use std::sync::Arc;

use super::Framework;

impl Framework {
    /// The bytes to be cached by `maker`, which names the program that read the package: another one may make something else of
    /// it. Nothing where it cannot be written.
    pub fn to_cache(&self, maker: &str) -> Option<Vec<u8>> {
        postcard::to_allocvec(&(maker, &*self.told)).ok()
    }

    /// The framework in cached bytes; nothing if they are cut or another maker's, and the package must be read instead.
    pub fn from_cache(bytes: &[u8], maker: &str) -> Option<Self> {
        let (theirs, rest) = postcard::take_from_bytes::<&str>(bytes).ok()?;
        let told = (theirs == maker).then(|| postcard::from_bytes(rest).ok()).flatten()?;
        Some(Self { told: Arc::new(told), overlay: Arc::default() })
    }
}

#[cfg(test)]
mod tests {
    use crate::framework::Framework;
    use crate::framework::tests::framework;

    #[test]
    fn a_framework_comes_back_from_its_cache() {
        let framework = framework(&["h", "h/a", "h/b", "b/x"], &["a b", "b a"]);
        let bytes = framework.to_cache("this build").unwrap();
        assert_eq!(Framework::from_cache(&bytes, "this build"), Some(framework));
    }

    #[test]
    fn nothing_comes_from_a_cache_that_is_cut_or_that_another_build_made() {
        let bytes = framework(&["m", "m/a", "m/b"], &["a b"]).to_cache("this build").unwrap();
        assert_eq!(Framework::from_cache(&bytes, "another build"), None);
        for length in 0..bytes.len() {
            assert_eq!(Framework::from_cache(&bytes[..length], "this build"), None, "cut to {length} bytes");
        }
    }
}
