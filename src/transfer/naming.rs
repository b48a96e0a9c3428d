//! How files that go out are called where a part of the name is a person's own text.

/// Most characters of the part that is a person's own. File systems take 255 bytes, some less.
const MOST: usize = 60;

/// Text as a part of a file's name: without control characters, signs of direction, which could make one ending
/// look like another, and what separates folders or means something to a file system (`\ / : * ? " < > |`).
/// Never empty, and never a name that hides or climbs, as those do that begin with a dot.
pub fn part(text: &str) -> String {
    let is_fit = |c: &char| {
        !c.is_control()
            && !matches!(
                c,
                '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                    | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
                    | '\u{e0000}'..='\u{e0fff}'
            )
    };
    let plain = |c| if "\\/:*?\"<>|".contains(c) { '-' } else { c };
    let kept: String = text.chars().filter(is_fit).map(plain).collect();
    // Windows drops dots and space at the end.
    let is_edge = |c: char| c == '.' || c.is_whitespace();
    let cut: String = kept.trim_start_matches(is_edge).chars().take(MOST).collect();
    let name = cut.trim_end_matches(is_edge);
    if name.is_empty() { "file".to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(part(text), expected);
    }

    #[test]
    fn names_are_tame() {
        check("people.csv", "people.csv");
        check("قائمة ۱۴۰۴.csv", "قائمة ۱۴۰۴.csv");
        check("../../etc/passwd", "-..-etc-passwd");
        check("C:\\a\\b.csv", "C--a-b.csv");
        check("a\u{202e}vsc.exe", "avsc.exe");
        check("a\r\nSet-Cookie: x", "aSet-Cookie- x");
        check("<img src=x onerror=a()>", "-img src=x onerror=a()-");
        check(" . .hidden. ", "hidden");
        check("\u{feff}\u{0}", "file");
        check(&"x".repeat(5_000), &"x".repeat(MOST));
    }
}
