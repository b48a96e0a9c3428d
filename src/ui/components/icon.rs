//! The pictures on buttons and links, drawn on a grid of 24. They say nothing to a screen reader: the
//! words beside them do.

use leptos::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Picture {
    Add,
    Calendar,
    Chat,
    Check,
    Close,
    Columns,
    Deal,
    Delete,
    Down,
    Edit,
    Export,
    Filter,
    Grip,
    History,
    Lock,
    Home,
    Keys,
    Language,
    Mail,
    Organization,
    Person,
    Phone,
    Pin,
    Project,
    Purchase,
    Redo,
    Search,
    Select,
    Settings,
    Segment,
    Star,
    Table,
    Tag,
    Task,
    Theme,
    Ticket,
    Transfer,
    Undo,
    Untag,
    Up,
    View,
}

impl Picture {
    /// The strokes, as a path of SVG.
    fn path(self) -> &'static str {
        match self {
            Self::Add => "M12 5v14M5 12h14",
            Self::Calendar => "M4 6h16v14H4zM4 10h16M8 3v5M16 3v5",
            Self::Chat => "M4 5h16v11H10l-5 4v-4H4z",
            Self::Check => "M5 12.5l4.5 4.5L19 7.5",
            Self::Close => "M6 6l12 12M18 6L6 18",
            Self::Columns => "M4 5h16v14H4zM10 5v14M15 5v14",
            Self::Deal => "M4 19V9h4v10M10 19V5h4v14M16 19v-7h4v7",
            Self::Delete => "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10 11v5M14 11v5",
            Self::Down => "M6 9l6 6 6-6",
            Self::Edit => "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
            Self::Export => "M12 4v11M7.5 10.5L12 15l4.5-4.5M5 20h14",
            Self::Filter => "M4 6h16M7 12h10M10 18h4",
            Self::Grip => "M9 6h.01M9 12h.01M9 18h.01M15 6h.01M15 12h.01M15 18h.01",
            Self::History => "M4 12a8 8 0 1 0 3-6.2M4 4v4h4M12 8v4l3 2",
            Self::Lock => "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 15v2",
            Self::Home => "M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6",
            Self::Keys => "M3 7h18v10H3zM7 11h.01M11 11h.01M15 11h2M8 14h8",
            Self::Language => {
                "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18"
            }
            Self::Mail => "M4 6h16v12H4zM4 7l8 6 8-6",
            Self::Organization => "M5 21V4h9v17M14 9h5v12M3 21h18M8 8h3M8 12h3M8 16h3",
            Self::Person => {
                "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4 3.5-6.5 8-6.5s8 2.5 8 6.5"
            }
            Self::Phone => {
                "M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2"
            }
            Self::Pin => "M12 21v-6M8 4h8l-1 6 3 5H6l3-5z",
            Self::Project => "M3 7h6l2 2h10v10H3z",
            Self::Purchase => "M4 5h2l2 10h10l2-7H7M9 19h.01M17 19h.01",
            Self::Redo => "M19 9h-9a5 5 0 0 0 0 10h4M19 9l-4-4M19 9l-4 4",
            Self::Search => "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l4 4",
            Self::Select => "M4 4h16v16H4zM8 12l3 3 5-6",
            Self::Settings => {
                "M4 7h9M17 7h3M4 17h3M11 17h9M15 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM9 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z"
            }
            Self::Segment => "M12 4a8 8 0 1 0 8 8h-8zM15 3.6A8 8 0 0 1 20.4 9H15z",
            Self::Star => "M12 4l2.5 5 5.5.8-4 3.9.9 5.5-4.9-2.6-4.9 2.6.9-5.5-4-3.9 5.5-.8z",
            Self::Table => "M4 5h16v14H4zM4 10h16M4 14.5h16",
            Self::Tag => "M4 4h8l8 8-8 8-8-8zM8.5 8.5h.01",
            Self::Task => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 12l3 3 5-6",
            Self::Theme => "M20 14A8 8 0 0 1 10 4a8 8 0 1 0 10 10z",
            Self::Ticket => "M4 7h16v3a2 2 0 0 0 0 4v3H4v-3a2 2 0 0 0 0-4z",
            Self::Transfer => "M8 20V5M4 9l4-4 4 4M16 4v15M12 15l4 4 4-4",
            Self::Undo => "M5 9h9a5 5 0 0 1 0 10h-4M5 9l4-4M5 9l4 4",
            Self::Untag => "M4 4h8l8 8-3.5 3.5M12 20l-8-8V4M8.5 8.5h.01M14 20h7",
            Self::Up => "M6 15l6-6 6 6",
            Self::View => "M7 4h10v16l-5-4-5 4z",
        }
    }

    /// Whether it points along the line of text, and so the other way in a script from right to left.
    fn is_directed(self) -> bool {
        matches!(self, Self::Undo | Self::Redo)
    }
}

#[component]
pub(in crate::ui) fn Icon(picture: Picture) -> impl IntoView {
    view! {
        <svg
            class="icon"
            data-directed=picture.is_directed().then_some("")
            viewBox="0 0 24 24"
            width="18"
            height="18"
            aria-hidden="true"
            focusable="false"
        >
            <path d=picture.path() />
        </svg>
    }
}
