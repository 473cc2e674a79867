//! Passed and failed, whatever ran.

use std::fmt;
use std::ops::AddAssign;

use anyhow::{Result, ensure};

/// How many checks or tests passed, and how many failed.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// Those that found what they wanted.
    pub passed: usize,
    /// Those that did not.
    pub failed: usize,
}

impl Count {
    /// One that passed.
    pub const PASSED: Self = Self { passed: 1, failed: 0 };
    /// One that failed.
    pub const FAILED: Self = Self { passed: 0, failed: 1 };

    /// Writes the closing line, and makes a failure of it if anything failed.
    ///
    /// # Errors
    /// When something failed, or nothing ran at all.
    pub fn close(self) -> Result<()> {
        println!("{self}");
        ensure!(self.passed > 0, "nothing ran");
        ensure!(self.failed == 0, "see above for what failed");
        Ok(())
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}
