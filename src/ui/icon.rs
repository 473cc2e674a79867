//! Line drawings beside words. An icon never stands alone for a meaning, so all are hidden from screen readers.

use leptos::prelude::*;

/// What an icon shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Glyph {
    /// A sun over the horizon: this day.
    Today,
    /// A winding trail.
    Pathway,
    /// A stack of papers with a picture.
    Evidence,
    /// A rising line.
    Pace,
    /// A leap from one stone over to the next.
    Gaps,
    /// A wheel.
    Settings,
    /// A tick: it is done.
    Done,
    /// An arrow that goes round: it is being done.
    Busy,
    /// A triangle: something needs care.
    Alert,
    /// A cloud with a line through it: no network.
    Offline,
    /// A plus sign.
    Add,
    /// A cross.
    Remove,
    /// An arrow up.
    Up,
    /// An arrow down.
    Down,
    /// A dotted handle to drag by.
    Drag,
    /// A looking glass.
    Search,
    /// A flag: a goal.
    Flag,
    /// A chain link.
    Link,
    /// A page: a file.
    File,
    /// A folder.
    Folder,
    /// A picture.
    Image,
    /// A note: sound.
    Sound,
    /// A film.
    Video,
    /// A pencil.
    Edit,
    /// An arrow into a tray: save a copy.
    Download,
    /// A clock with an arrow back: how it was before.
    History,
    /// A paper plane: it is sent.
    Sent,
    /// Two sheets, one over the other: a copy.
    Copy,
    /// A bin.
    Trash,
    /// An arrow that goes back.
    Undo,
    /// A heavy letter.
    Bold,
    /// A leaning letter.
    Italic,
    /// A large letter.
    Heading,
    /// Lines with dots.
    Bullets,
    /// Lines with numbers.
    Numbers,
    /// Lines with boxes to tick.
    Tasks,
    /// Quotation marks.
    Quote,
    /// A grid.
    Table,
    /// Angle brackets.
    Code,
    /// A root.
    Maths,
    /// An eye: how it looks.
    Look,
    /// An arrow that goes forward again.
    Redo,
    /// A broad felt tip over its line.
    Marker,
    /// A rubber.
    Eraser,
    /// A brush with its stroke: drawing.
    Brush,
    /// Lines of writing.
    Words,
    /// A camera: a photo.
    Camera,
    /// A microphone.
    Microphone,
    /// A screen.
    Screen,
    /// A filled dot in a ring: recording.
    Record,
    /// Two bars: it stands still.
    Pause,
    /// A square: it ends.
    Stop,
    /// A triangle that points on: it plays.
    Play,
    /// A minus sign.
    Less,
    /// Four corners: all of it.
    Whole,
    /// Lines of words on a screen.
    Captions,
    /// A printer.
    Print,
}

impl Glyph {
    fn path(self) -> &'static str {
        match self {
            Self::Today => "M3 18h18M6 18a6 6 0 0 1 12 0M12 4v3M4.5 9.5l2 1.6M19.5 9.5l-2 1.6M8 21.5h8",
            Self::Pathway => "M6 21c0-4 12-4 12-8S7 10 7 6.5 12 3 12 3M6 21h.01M12 3l3-1v4z",
            Self::Evidence => {
                "M8 3h9a2 2 0 0 1 2 2v11M5 7h10a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1zM4 17l3.5-4 3 3 2-2 3.5 4"
            }
            Self::Pace => "M3 20h18M4 16l5-5 4 3 7-9M20 5h-4M20 5v4",
            Self::Gaps => {
                "M2.5 19.5c0-2.3 1.4-3.5 3.3-3.5s3.2 1.2 3.2 3.5zM15 19.5c0-2.3 1.4-3.5 3.3-3.5s3.2 1.2 3.2 3.5zM5.8 12c1.5-6.5 9-7.5 12.2-1M18.6 6.6l-.6 4.4-4.3-.8"
            }
            Self::Settings => {
                "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3M5.3 5.3l2.1 2.1M16.6 16.6l2.1 2.1M18.7 5.3l-2.1 2.1M7.4 16.6l-2.1 2.1"
            }
            Self::Done => "M4.5 12.5l5 5L20 7",
            Self::Busy => "M20 12a8 8 0 1 1-2.6-5.9M20 3v4.5h-4.5",
            Self::Alert => "M12 4L2.5 20h19zM12 10v5M12 17.5v.01",
            Self::Offline => "M7 18.5a4.5 4.5 0 0 1-.6-9A6 6 0 0 1 18 9a4.5 4.5 0 0 1-.5 9.5zM4 3l16 18",
            Self::Add => "M12 5v14M5 12h14",
            Self::Remove => "M6 6l12 12M18 6L6 18",
            Self::Up => "M12 19V5M5.5 11.5L12 5l6.5 6.5",
            Self::Down => "M12 5v14M5.5 12.5L12 19l6.5-6.5",
            Self::Drag => "M9 6v.01M15 6v.01M9 12v.01M15 12v.01M9 18v.01M15 18v.01",
            Self::Search => "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L21 21",
            Self::Flag => "M5 21.5V3.5M5 4.5c5-3 8 3 14 0v9c-6 3-9-3-14 0",
            Self::Link => "M9.5 14.5l5-5M8 11l-3 3a3.5 3.5 0 0 0 5 5l3-3M16 13l3-3a3.5 3.5 0 0 0-5-5l-3 3",
            Self::File => "M6 2.5h8l4.5 4.5v14.5H6zM14 2.5V7h4.5",
            Self::Folder => "M3 19.5v-14h6l2.5 3H21v11z",
            Self::Image => "M3.5 4.5h17v15h-17zM3.5 16l5-5 4 4 3-3 5 5M15.5 8.5v.01",
            Self::Sound => {
                "M9 18.5V5l10-2v13.5M9 18.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM19 16.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z"
            }
            Self::Video => "M3.5 5.5h12v13h-12zM15.5 10.5l5-3v9l-5-3",
            Self::Edit => "M4 20l1-4.5L16.5 4l3.5 3.5L8.5 19zM14 6.5L17.5 10",
            Self::Download => "M12 3v12M6.5 10l5.5 5.5L17.5 10M4 20.5h16",
            Self::History => "M4.5 12a7.5 7.5 0 1 1 2.2 5.3M4.5 18v-4.5H9M12 7.5V12l3 2",
            Self::Sent => "M21 3.5L3 10.5l7 3.5 3.5 7zM10 14l4.5-4.5",
            Self::Copy => "M8.5 8.5h12v12h-12zM15.5 8.5v-5h-12v12h5",
            Self::Trash => "M4.5 6.5h15M9 6.5v-3h6v3M6.5 6.5l1 14.5h9l1-14.5M10 10.5v6.5M14 10.5v6.5",
            Self::Camera => "M3.5 7.5h4l1.5-3h6l1.5 3h4v12h-17zM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z",
            Self::Microphone => {
                "M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21M8.5 21h7"
            }
            Self::Screen => "M3 4.5h18v12H3zM12 16.5v4M8 20.5h8",
            Self::Record => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z",
            Self::Pause => "M8.5 5v14M15.5 5v14",
            Self::Stop => "M6 6h12v12H6z",
            Self::Play => "M7.5 4.5l11.5 7.5-11.5 7.5z",
            Self::Less => "M5 12h14",
            Self::Whole => "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
            Self::Captions => "M3 5h18v14H3zM6.5 15h5M14 15h3.5M6.5 11.5h2",
            Self::Print => "M7 8V3.5h10V8M7 17H3.5V8h17v9H17M7 13.5h10v7H7z",
            Self::Undo => "M4 9.5h10a5.5 5.5 0 0 1 0 11h-4M4 9.5L8.5 5M4 9.5L8.5 14",
            Self::Bold => "M7 4.5h6a3.75 3.75 0 0 1 0 7.5H7zM7 12h7a3.75 3.75 0 0 1 0 7.5H7z",
            Self::Italic => "M10.5 4.5h7M6.5 19.5h7M14.2 4.5l-4.4 15",
            Self::Heading => "M6 4.5v15M18 4.5v15M6 12h12",
            Self::Bullets => "M9.5 6h11M9.5 12h11M9.5 18h11M4.5 6v.01M4.5 12v.01M4.5 18v.01",
            Self::Numbers => {
                "M10.5 6h10M10.5 12h10M10.5 18h10M3.5 5L5 4v5M3.5 15.5a1.5 1.5 0 0 1 3 0c0 1.5-3 2.5-3 4.5h3"
            }
            Self::Tasks => "M12.5 6.5h8M12.5 17h8M3.5 6.5l2 2L9 4.5M3.5 14h5.5v5.5H3.5z",
            Self::Quote => "M4 7h5.5v6c0 2.5-1.5 4-4 4.5M14 7h5.5v6c0 2.5-1.5 4-4 4.5M4 7v4.5h5.5M14 7v4.5h5.5",
            Self::Table => "M3.5 5h17v14h-17zM3.5 9.7h17M3.5 14.3h17M12 5v14",
            Self::Code => "M8.5 6.5L3 12l5.5 5.5M15.5 6.5L21 12l-5.5 5.5",
            Self::Maths => "M2.5 13h2.5l3 6.5 3.5-15h10M14 10.5l6 8M20 10.5l-6 8",
            Self::Look => {
                "M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z"
            }
            Self::Redo => "M20 9.5H10a5.5 5.5 0 0 0 0 11h4M20 9.5L15.5 5M20 9.5L15.5 14",
            Self::Marker => "M14.5 3.5l6 6-8.5 7.5H8.5V13zM8.5 13l-2 2 2.5 2 2-.5M3.5 20.5h11",
            Self::Eraser => "M13.5 4.5l6.5 6.5-8.5 8.5h-4L3.5 15.5zM8.5 9.5l6.5 6.5M11.5 19.5h9",
            Self::Brush => {
                "M19.5 3.5l1 1-8.5 9.5-2.5-2.5zM9.5 11.5l2.5 2.5c0 4-3.5 6-8 6 2-1.5 1.5-3 2-5s1.5-3 3.5-3.5z"
            }
            Self::Words => "M4 6h16M4 10.5h16M4 15h11M4 19.5h7",
        }
    }
}

/// One icon, as large as the words beside it.
#[component]
pub fn Icon(glyph: Glyph) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=glyph.path() />
        </svg>
    }
}
