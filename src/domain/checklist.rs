//! The steps of a task: a line of text for each, with a mark whether it is done.

/// A step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Step {
    pub text: String,
    pub is_done: bool,
}

const OPEN: &str = "[ ]";
const DONE: [&str; 2] = ["[x]", "[X]"];

/// Reads steps. A line without a mark is a step that is not done; one that says nothing is none.
pub fn parse(text: &str) -> Vec<Step> {
    let mut steps = lines(text);
    steps.retain(|step| !step.text.is_empty());
    steps
}

/// The same with the steps that say nothing, as they are while one types.
pub fn lines(text: &str) -> Vec<Step> {
    text.lines().map(step).collect()
}

fn step(line: &str) -> Step {
    let line = line.trim();
    let done = DONE.iter().find_map(|mark| line.strip_prefix(mark));
    let text = done.or_else(|| line.strip_prefix(OPEN)).unwrap_or(line);
    Step { text: text.trim().to_owned(), is_done: done.is_some() }
}

/// Writes what is read, a line for each step.
pub fn print(steps: &[Step]) -> String {
    let line = |step: &Step| {
        let mark = if step.is_done { "[x]" } else { OPEN };
        format!("{mark} {}", step.text.trim())
    };
    steps.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, printed: &str) {
        assert_eq!(print(&parse(text)), printed);
        assert_eq!(parse(printed), parse(text));
    }

    #[test]
    fn steps_survive() {
        check("[ ] call\n[x] write", "[ ] call\n[x] write");
        check("call\n\n[X] write\n[ ]", "[ ] call\n[x] write");
        check("", "");
    }

    #[test]
    fn empty_ones_are_there_while_one_types() {
        let steps = lines("[ ] call\n[ ] ");
        assert_eq!(print(&steps), "[ ] call\n[ ] ");
        assert_eq!(lines(&print(&steps)), steps);
    }
}
