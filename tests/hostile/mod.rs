//! Texts that somebody might put into a file to do harm or that break what is careless, and a workspace that has
//! them wherever a person can write. The native tests and those in browsers take both from here.

use rapport::domain::{
    book::Book,
    change::{Action, Cause, Change, Label, Step, Touch},
    field::{CATALOGUE, Field, Kind, check, keys},
    id::{Id, RecordType},
    key::Key,
    record::Fields,
    value::{
        Value, address::Address, choice::Choice, day::Day, labelled::Labelled, money::Currency,
        number::Number, time::Time,
    },
};

/// What every script among the texts would do: `hostile` would be there.
pub(crate) const RUN: &str = "window.hostile=1";

/// Texts of all sorts, those first that are hard to show. None has a control character, which no field takes.
pub(crate) fn texts() -> Vec<String> {
    // Nearly as long as a line may be, with no place to break it, as high as marks can be piled, and turned around.
    let mut texts = vec![
        "W".repeat(check::TEXT_MOST as usize - 10),
        "می‌خواهم".repeat(100),
        format!("Z{}", "\u{301}\u{323}\u{489}".repeat(100)),
        "\u{202e}".repeat(200) + "flipped",
        "\u{2067}".repeat(130) + "deep",
        "👩\u{200d}👩\u{200d}👧\u{200d}👦".repeat(80),
    ];
    texts.extend(SCRIPTS.iter().map(|text| text.replace("RUN", RUN)));
    texts.extend(PLAIN.iter().map(|text| (*text).to_owned()));
    texts
}

/// Markup and addresses that run a script where text is taken for more than text.
const SCRIPTS: [&str; 24] = [
    "<script>RUN</script>",
    "</title></textarea></style><script>RUN</script>",
    "<img src=x onerror=RUN>",
    "<img src=x onerror=\"RUN\">",
    "'><svg onload=RUN>",
    "\"><svg/onload=RUN//",
    "\" autofocus onfocus=RUN x=\"",
    "' style='animation-name:x' onanimationstart='RUN'",
    "<iframe srcdoc=\"<script>parent.RUN</script>\">",
    "<iframe src=\"javascript:parent.RUN\">",
    "<details open ontoggle=RUN>",
    "<math><mtext><table><mglyph><style><img src=x onerror=RUN>",
    "<a href=\"javascript:RUN\">x</a>",
    "javascript:RUN",
    "JaVaScRiPt:RUN//https://a.example",
    "javascript:RUN//a.example",
    "vbscript:RUN",
    "data:text/html,<script>RUN</script>",
    "https://a.example/\"onmouseover=RUN//",
    "{{constructor.constructor('RUN')()}}",
    "${RUN}",
    "<%= RUN %>",
    "<style>@import 'javascript:RUN';*{background:url(javascript:RUN)}</style>",
    "<meta http-equiv=refresh content=\"0;url=javascript:RUN\">",
];

const PLAIN: [&str; 63] = [
    // Words that programs take for something else.
    "null",
    "undefined",
    "NaN",
    "true",
    "-Infinity",
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "0x10",
    "1e999",
    "٠١٢",
    "CON",
    "nul.txt",
    "..",
    "../../etc/passwd",
    "C:\\temp\\x",
    "file:///etc/passwd",
    // What ends or begins something in a file.
    "a,b;c|d",
    "\"",
    "\"\"",
    "'",
    "''",
    "`",
    "\\",
    "\\\\",
    "\\n",
    "\\u0041",
    "\\ud800",
    "]]>",
    "<![CDATA[",
    "&amp;",
    "&#0;",
    "&lt;b&gt;",
    "END:VCARD",
    "BEGIN:VCARD",
    "FN:x\\nEND:VCARD",
    "=3D=41",
    "%00%0d%0aSet-Cookie: a",
    "%s%n%x",
    "}]}",
    "_x0041_",
    "_xD800_",
    "sep=;",
    // What a spreadsheet would run.
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "=HYPERLINK(\"https://a.example\",\"x\")",
    "=cmd|' /C calc'!A0",
    "＝1＋1",
    "'=1+1",
    // What is asked of a database or a filter.
    "'; DROP TABLE people; --",
    "a:b",
    "-has:emails or (",
    "tag:\"",
    "~1 x",
    // Signs that are not seen, turn text around, or are none.
    "\u{202e}gpj.exe",
    "\u{2069}\u{202e}out of its sentence",
    "\u{2067}\u{2066}open",
    "a\u{200b}\u{feff}b\u{ad}c",
    "\u{fffe}\u{ffff}\u{10ffff}\u{fffd}",
    "Åå\u{30a}ﬃ\u{1f3f3}\u{fe0f}ß",
];

/// A book with a record of every type for each text, which stands in all fields that take it. Days and moments are
/// those of `now`, so that home page and calendar have them, too.
pub(crate) fn book(texts: &[String], now: Time) -> Book {
    let mut touches = vec![create(RecordType::Workspace, 0, "<b>\u{202e}ours", now)];
    for (nth, text) in texts.iter().enumerate() {
        let all = RecordType::ALL.into_iter().filter(|on| match on {
            RecordType::Workspace => false,
            // More of these would leave no room for anything else.
            RecordType::Field
            | RecordType::Pipeline
            | RecordType::Stage
            | RecordType::View
            | RecordType::Export => nth < 8,
            RecordType::Segment => nth < 30,
            _ => true,
        });
        touches.extend(all.map(|on| create(on, nth, text, now)));
    }
    let mut book = Book::default();
    let label = Label { action: Action::Create, on: RecordType::Person, name: "".into(), count: 0 };
    let applied = book.apply(Change { at: now, cause: Cause::Edit, label, touches });
    assert!(applied.is_ok(), "all of it is new and points to something");
    book
}

/// The id of the record of a type for the text of that number.
pub(crate) fn id(on: RecordType, nth: usize) -> Id {
    let text = format!("0190d1f0-0000-7000-8{:03x}-{nth:012x}", on.position());
    let Some(id) = Id::parse(&text) else { panic!("{text} is an id") };
    id
}

fn create(on: RecordType, nth: usize, text: &str, now: Time) -> Touch {
    let mut fields = Fields::default();
    let stored = CATALOGUE.iter().filter(|field| field.is_on(on) && field.is_stored());
    for field in stored {
        let value = value(on, field, nth, text, now).and_then(|value| kept(field, value));
        fields.replace(field.key(), value);
    }
    if on == RecordType::Person {
        let own = ["x-hostile-0", "x-hostile-1"].into_iter().filter_map(Key::of);
        for key in own {
            let json = serde_json::to_string(text).unwrap_or_default();
            fields.replace(key, Some(Value::Unknown(json.into())));
        }
    }
    Touch { on, id: id(on, nth), step: Step::Create(fields) }
}

/// The value in the form in which it is kept, unless the field does not take it.
fn kept(field: &'static Field, value: Value) -> Option<Value> {
    check::normalize(field, value).ok().flatten()
}

fn value(
    on: RecordType,
    field: &'static Field,
    nth: usize,
    text: &str,
    now: Time,
) -> Option<Value> {
    let key = field.key();
    let is_even = nth.is_multiple_of(2);
    Some(match key {
        // No two tags have the same name but for case and accents.
        keys::NAME if on == RecordType::Tag => {
            let name = format!("{nth} {text}");
            Value::text(name.chars().take(check::TEXT_MOST as usize).collect::<String>())
        }
        keys::DEFINES => Value::text(format!("x-hostile-{nth}")),
        keys::DEFINED_ON | keys::SEGMENT_OF | keys::VIEW_OF | keys::EXPORT_OF => {
            Value::text("person")
        }
        keys::FIELD_KIND => {
            Value::text(["text", "long-text", "choice", "choices"].get(nth % 4).copied()?)
        }
        keys::OPTIONS => Value::Options([Choice::new("a", text), Choice::new("b", "b")].into()),
        keys::FILTER if !is_even => Value::text("has:emails"),
        keys::ASKS if !is_even => Value::text("sort=family"),
        keys::GOES_OUT if !is_even => {
            Value::text(r#"{"format":"list","columns":[{"field":"emails","mask":"blurred"}]}"#)
        }
        keys::PINNED => Value::Flag(true),
        keys::REPEAT | keys::DUE_TIME | keys::CHECKLIST if !is_even => return None,
        keys::CURRENCY | keys::DEMO | keys::OFF | keys::OUTCOME | keys::CLOSED | keys::DONE => {
            return None;
        }
        // A relation has two ends.
        keys::OTHER => return None,
        keys::DEAL | keys::PROJECT if on == RecordType::Relation => return None,
        keys::STAGE => Value::link(id(RecordType::Stage, nth % 8)),
        keys::PIPELINE => Value::link(id(RecordType::Pipeline, 0)),
        keys::REFERRED_BY if nth > 0 => Value::link(id(RecordType::Person, nth - 1)),
        _ => match field.kind {
            Kind::Text | Kind::LongText => Value::text(text),
            Kind::Emails => labelled(text, &format!("h{nth}@a.example")),
            Kind::Phones => labelled(text, "+1 206 555 0142"),
            Kind::Links => labelled(text, &format!("https://a.example/?q={text}")),
            Kind::Addresses => {
                let part = || Box::<str>::from(text);
                Value::Addresses(
                    [Address {
                        label: part(),
                        street: part(),
                        city: part(),
                        region: part(),
                        postcode: part(),
                        country: part(),
                    }]
                    .into(),
                )
            }
            Kind::Relations(to) => Value::links(vec![id(to, nth)])?,
            Kind::Relation(to) if key != keys::REFERRED_BY => Value::link(id(to, nth)),
            Kind::Choice(words) => Value::text(words.get(nth % words.len().max(1)).copied()?),
            Kind::Colour => Value::text("red"),
            Kind::Number | Kind::Percent => Value::Number(Number::parse("1")?),
            Kind::Money => Value::Money(Number::parse("1")?, Currency::USUAL),
            Kind::Day => Value::Day(Day::parse(now.on_clock(0).split('T').next()?)?),
            Kind::Time => Value::Time(now),
            _ => return None,
        },
    })
}

fn labelled(label: &str, value: &str) -> Value {
    Value::Labelled([Labelled::new(label, value)].into())
}
