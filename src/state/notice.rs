//! What was just done, to be said once.

/// Words, and at most one thing that can be done about them.
#[derive(Clone)]
pub struct Notice {
    /// What happened.
    pub words: String,
    /// What can be done about it.
    pub action: Option<NoticeAction>,
}

/// What can be done about what was just done. A value and no callback: the view in which the act was done may be gone by the time
/// that it is taken back, and its callbacks with it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoticeAction {
    /// Take it back.
    Undo,
}
