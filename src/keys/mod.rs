//! The commands: what each is called, which keys it has and where they apply.
//!
//! One table says it all. Keys, palette, help and the README read it; what a command does stands in
//! `ui::keyboard`, as a function of the same name. What a command is called in words is its message
//! `command-…` in the language files.

pub mod stroke;

use self::stroke::{Pressed, Stroke};

/// Where the keys of a command apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Also while one types.
    Always,
    Everywhere,
    /// In a page with a list: going from row to row. Goes on while the key is held.
    Walk,
    /// In a page with a list: what is done with its rows.
    List,
    /// With an open record.
    Record,
    /// In the search field.
    Search,
}

impl Scope {
    /// Those that help and documentation group by; `Always` is told under `Everywhere`.
    pub const SHOWN: [Self; 5] =
        [Self::Everywhere, Self::Search, Self::Walk, Self::List, Self::Record];

    /// The name of its heading.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Always | Self::Everywhere => "everywhere",
            Self::Walk => "walk",
            Self::List => "list",
            Self::Record => "record",
            Self::Search => "search",
        }
    }
}

/// A command, without what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Command {
    pub name: &'static str,
    pub scope: Scope,
    /// Any of them. A space stands between two that are pressed one after the other.
    pub keys: &'static [&'static str],
}

/// Hands the table to a macro, row by row: scope, name, keys, when it is possible, and its picture.
///
/// A new command is a row here, a function of its name in `ui::keyboard::does`, and its words. When it is
/// possible says a function in `ui::keyboard::possible`.
#[macro_export]
macro_rules! each_command {
    ($to:ident) => {
        $to! {
            Always     palette              ["Mod+K"]                        always        Search;
            Everywhere help                 ["?"]                            always        Keys;
            Everywhere search               ["/"]                            always        Search;
            Everywhere filter               ["F"]                            has_filter    Filter;
            Everywhere undo                 ["Mod+Z"]                        can_undo      Undo;
            Everywhere redo                 ["Mod+Shift+Z", "Mod+Y"]         can_redo      Redo;
            Everywhere add_person           ["A P"]                          always        Add;
            Everywhere quick_entry          ["A Q"]                          always        Add;
            Everywhere add_organization     ["A O"]                          always        Add;
            Everywhere add_deal             ["A D"]                          always        Add;
            Everywhere add_project          ["A J"]                          always        Add;
            Everywhere add_task             ["A T"]                          always        Add;
            Everywhere go_home              ["G G"]                          always        Home;
            Everywhere go_people            ["G P"]                          always        Person;
            Everywhere go_organizations     ["G O"]                          always        Organization;
            Everywhere go_deals             ["G D"]                          always        Deal;
            Everywhere go_projects          ["G J"]                          always        Project;
            Everywhere go_tasks             ["G A"]                          always        Task;
            Everywhere go_interactions      []                               always        History;
            Everywhere go_calendar          ["G C"]                          always        Calendar;
            Everywhere go_tags              ["G T"]                          always        Tag;
            Everywhere go_segments          ["G E"]                          always        Segment;
            Everywhere go_transfer          ["G I"]                          always        Transfer;
            Everywhere go_history           ["G H"]                          always        History;
            Everywhere go_settings          ["G S"]                          always        Settings;
            Everywhere go_your_data         ["G Y"]                          always        Lock;
            Everywhere filter_help          []                               always        Filter;
            Everywhere save_backup          []                               always        Transfer;
            Everywhere import_file          []                               always        Transfer;
            Always     lock_now             ["Mod+Shift+L"]                  is_sealed     Lock;
            Everywhere theme                []                               always        Theme;
            Everywhere language             []                               always        Language;

            Walk       next                 ["J", "ArrowDown"]               has_rows      Down;
            Walk       previous             ["K", "ArrowUp"]                 has_rows      Up;
            Walk       next_page            ["PageDown"]                     has_rows      Down;
            Walk       previous_page        ["PageUp"]                       has_rows      Up;
            Walk       first                ["Home"]                         has_rows      Up;
            Walk       last                 ["End"]                          has_rows      Down;
            Walk       select_next          ["Shift+J", "Shift+ArrowDown"]   has_rows      Select;
            Walk       select_previous      ["Shift+K", "Shift+ArrowUp"]     has_rows      Select;
            Walk       select_next_page     ["Shift+PageDown"]               has_rows      Select;
            Walk       select_previous_page ["Shift+PageUp"]                 has_rows      Select;
            Walk       select_to_first      ["Shift+Home"]                   has_rows      Select;
            Walk       select_to_last       ["Shift+End"]                    has_rows      Select;

            List       open                 ["Enter"]                        has_rows      Person;
            List       select               ["X", "Space"]                   has_rows      Select;
            List       select_all           ["Mod+A"]                        has_rows      Select;
            List       tag                  ["T"]                            has_marked    Tag;
            List       edit                 ["E", "F2"]                      has_rows      Edit;
            List       delete               ["Delete"]                       has_marked    Delete;
            List       add                  ["N"]                            has_list      Add;
            List       arrange              ["V"]                            has_list      View;
            List       export               ["D"]                            has_rows      Export;
            List       step_back            ["Escape"]                       can_step_back Close;

            Record     note                 ["M"]                            has_record    Edit;

            Search     leave_search         ["Enter", "ArrowDown"]           has_rows      Down;
        }
    };
}

macro_rules! declare {
    ($($scope:ident $name:ident [$($keys:literal),*] $possible:ident $picture:ident;)*) => {
        /// All commands, in the order in which they are shown.
        pub const COMMANDS: &[Command] = &[$(Command {
            name: stringify!($name),
            scope: Scope::$scope,
            keys: &[$($keys),*],
        }),*];
    };
}

each_command!(declare);

impl Command {
    /// The name of its words.
    pub fn message(&self) -> String {
        format!("command-{}", self.name.replace('_', "-"))
    }
}

/// Where a key was pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "any of them may hold with any other")]
pub struct Place {
    /// A field that takes text.
    pub is_typing: bool,
    /// The search field, which is one of them.
    pub is_search: bool,
    /// The list has the focus, or a row of it.
    pub is_in_list: bool,
    /// Nothing in particular has the focus.
    pub is_nowhere: bool,
    /// The page shows a list.
    pub has_list: bool,
    /// A record is open.
    pub has_record: bool,
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is none of ours.
    Nothing,
    /// It is the first of two.
    Begins(&'static str),
    /// It asks for the command at this position.
    Does(usize),
}

/// What a key asks for at a place, after the first of two or not.
pub fn answer(begun: Option<&str>, pressed: &Pressed, place: Place) -> Answer {
    for (at, command) in COMMANDS.iter().enumerate() {
        if pressed.is_repeat && command.scope != Scope::Walk {
            continue;
        }
        for keys in command.keys {
            let (first, second) = halves(keys);
            let awaited = match (begun, second) {
                (Some(begun), Some(second)) if begun == first => second,
                (None, _) => first,
                _ => continue,
            };
            let stroke = Stroke::parse(awaited);
            if !pressed.is(&stroke) || !applies(command.scope, &stroke, place) {
                continue;
            }
            return match second {
                Some(_) if begun.is_none() => Answer::Begins(first),
                _ => Answer::Does(at),
            };
        }
    }
    Answer::Nothing
}

/// The commands that the first of two keys may become, each with its second key.
pub fn continuations(begun: &str) -> impl Iterator<Item = (usize, &'static str)> {
    COMMANDS.iter().enumerate().flat_map(move |(at, command)| {
        let halves = command.keys.iter().map(|keys| halves(keys));
        halves.filter_map(move |(first, second)| (first == begun).then_some((at, second?)))
    })
}

fn halves(keys: &'static str) -> (&'static str, Option<&'static str>) {
    keys.split_once(' ').map_or((keys, None), |(first, second)| (first, Some(second)))
}

/// Keys that move or press something belong to the list only while it has the focus, or while nothing
/// has and they only move. Letters belong to it in the whole page.
fn applies(scope: Scope, stroke: &Stroke, place: Place) -> bool {
    let is_free = stroke.is_letter() && !stroke.with_mod || stroke.key == "Escape";
    match scope {
        Scope::Always => true,
        _ if place.is_typing => scope == Scope::Search && place.is_search,
        Scope::Everywhere => true,
        Scope::Walk => place.has_list && (is_free || place.is_in_list || place.is_nowhere),
        Scope::List => place.has_list && (is_free || place.is_in_list),
        Scope::Record => place.has_record,
        Scope::Search => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: Place = Place {
        is_typing: false,
        is_search: false,
        is_in_list: false,
        is_nowhere: false,
        has_list: true,
        has_record: true,
    };
    const LIST: Place = Place { is_in_list: true, ..PAGE };
    const NOWHERE: Place = Place { is_nowhere: true, ..PAGE };
    const FIELD: Place = Place { is_typing: true, ..PAGE };
    const SEARCH: Place = Place { is_search: true, ..FIELD };
    const ELSEWHERE: Place = Place { has_list: false, has_record: false, ..PAGE };

    fn told(answer: Answer) -> &'static str {
        match answer {
            Answer::Nothing => "",
            Answer::Begins(first) => first,
            Answer::Does(at) => COMMANDS[at].name,
        }
    }

    /// Keys as one presses them on a QWERTY keyboard, and what they ask for at a place.
    #[track_caller]
    fn check(keys: &str, place: Place, expected: &str) {
        let mut begun = None;
        let mut last = Answer::Nothing;
        for stroke in keys.split(' ').map(Stroke::parse) {
            let pressed = Pressed::of(&stroke);
            last = answer(begun, &pressed, place);
            begun = match last {
                Answer::Begins(first) => Some(first),
                _ => None,
            };
        }
        assert_eq!(told(last), expected);
    }

    #[test]
    fn letters_work_in_the_whole_page_but_not_while_one_types() {
        check("J", LIST, "next");
        check("J", NOWHERE, "next");
        check("J", PAGE, "next");
        check("J", FIELD, "");
        check("J", ELSEWHERE, "");
        check("Shift+J", PAGE, "select_next");
        check("X", PAGE, "select");
    }

    #[test]
    fn other_keys_of_the_list_want_its_focus() {
        check("ArrowDown", LIST, "next");
        check("ArrowDown", NOWHERE, "next");
        check("ArrowDown", PAGE, "");
        for keys in ["Enter", "Space", "Delete", "F2", "Mod+A"] {
            check(keys, PAGE, "");
            check(keys, NOWHERE, "");
        }
        check("Delete", LIST, "delete");
        check("Mod+A", LIST, "select_all");
        check("Escape", PAGE, "step_back");
    }

    #[test]
    fn only_the_palette_opens_while_one_types() {
        check("Mod+K", FIELD, "palette");
        check("Mod+Z", FIELD, "");
        check("?", FIELD, "");
        check("Enter", FIELD, "");
        check("Enter", SEARCH, "leave_search");
        check("Escape", SEARCH, "");
    }

    #[test]
    fn two_keys_one_after_the_other() {
        check("G", ELSEWHERE, "G");
        check("G P", ELSEWHERE, "go_people");
        check("G T", LIST, "go_tags");
        check("T", LIST, "tag");
        check("G X", LIST, "");
        check("A O", PAGE, "add_organization");
        let goes: Vec<_> = continuations("A").map(|(at, key)| (COMMANDS[at].name, key)).collect();
        let adding = [
            ("add_person", "P"),
            ("quick_entry", "Q"),
            ("add_organization", "O"),
            ("add_deal", "D"),
            ("add_project", "J"),
            ("add_task", "T"),
        ];
        assert_eq!(goes, adding);
    }

    #[test]
    fn a_held_key_goes_on_walking_and_does_nothing_else_twice() {
        let held = |keys| {
            let pressed = Pressed { is_repeat: true, ..Pressed::of(&Stroke::parse(keys)) };
            told(answer(None, &pressed, LIST))
        };
        assert_eq!(held("J"), "next");
        assert_eq!(held("ArrowUp"), "previous");
        assert_eq!(held("Delete"), "");
        assert_eq!(held("X"), "");
    }

    #[test]
    fn no_two_commands_have_the_same_key_in_one_place() {
        let places = [PAGE, LIST, NOWHERE, FIELD, SEARCH, ELSEWHERE];
        let mut seen = std::collections::BTreeMap::new();
        for command in COMMANDS {
            for keys in command.keys {
                let (first, second) = halves(keys);
                for (at, place) in places.iter().enumerate() {
                    if !applies(command.scope, &Stroke::parse(first), *place) {
                        continue;
                    }
                    let other = seen.insert((at, *keys), command.name);
                    assert_eq!(other, None, "{keys} is also {}", command.name);
                    // The first of two keys is nothing by itself.
                    let other = seen.get(&(at, first)).filter(|_| second.is_some());
                    assert_eq!(other, None, "{keys} begins with a key of its own");
                }
            }
        }
        for (_, keys) in seen.keys() {
            let begins = continuations(keys).next();
            assert_eq!(begins, None, "{keys} is a command, so nothing can begin with it");
        }
    }

    #[test]
    fn each_name_is_there_once() {
        let mut names: Vec<_> = COMMANDS.iter().map(|command| command.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), COMMANDS.len());
    }
}
