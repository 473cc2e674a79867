//! What the learner drew, by subject.

pub mod machines;
pub mod nature;
pub mod plans;
pub mod shapes;
