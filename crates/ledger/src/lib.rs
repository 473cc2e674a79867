//! Joins portfolio and replica: an intent goes in, ops come out, and the portfolio is kept as they fold.
#![forbid(unsafe_code)]
