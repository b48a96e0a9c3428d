//! Filters to learn from. The help page and the README show them; a test asks each.

/// The name of what each asks, in the language files under `example-NAME`, and its text.
pub const EXAMPLES: [(&str, &str); 16] = [
    ("word", "anna"),
    ("tag", "tag:vip"),
    ("several", "lifecycle:lead,customer"),
    ("not", "-lifecycle:customer"),
    ("phrase", "addresses:\"New York\""),
    ("has", "has:phones -has:emails"),
    ("or", "tag:vip (lifecycle:lead or children >= 2)"),
    ("number", "children = 1..3"),
    ("day", "created >= 2026-01-01"),
    ("ago", "updated > 30d"),
    ("birthday", "birthday anniversary +14d"),
    ("contact", "-last-contact < 60d"),
    ("channel", "interactions count(activity:call happened < 90d) >= 2"),
    ("similar", "family ~1 nowak"),
    ("related", "interactions count(body:price) >= 2"),
    ("past", "lifecycle was lead -lifecycle:lead"),
];
