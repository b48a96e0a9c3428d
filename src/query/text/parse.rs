//! Reading a filter, forgivingly.

use std::ops::Range;

use super::{
    Lexicon,
    lexicon::{choice_of, field_of},
    print::WEEKDAYS,
    token::{Token, TokenKind, operand_tokens, tokens},
};
use crate::{
    domain::{
        book::relation_of,
        field::{CATALOGUE, Field},
        fold::fold,
        id::{Id, RecordType},
        key::Key,
        value::{day::Day, number::Number},
    },
    query::{
        filter::{
            Compare, Condition, Group, Nearby, Operand, Part, Period, Relation, Span, Subject,
            Unit, When, Which,
        },
        operator::{Class, Entry, OPERATORS, Operator, Takes, is_comparable, operators_of},
        relation,
    },
};

/// How deep groups may lie in each other. Nobody writes this; it bounds the stack.
pub const DEEPEST: usize = 100;

/// How many parentheses are open at once where [`print`](super::print) writes a filter that is as deep as may be:
/// those around the whole, and two for a group that is asked of related records.
const MOST_OPEN: usize = 1 + 2 * DEEPEST;

/// What was read: the filter, as far as it was understood, and what was not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    pub group: Group,
    pub faults: Vec<Fault>,
}

/// A place that could not be understood, and what belongs there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Bytes of the text.
    pub at: Range<usize>,
    pub expected: Expected,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// The name of a field.
    Field(Box<str>),
    /// An operator that the field has.
    Operator(Key),
    /// Such a value.
    Value(Takes),
    /// One of the words of the choice.
    Choice(Key),
    /// The name of a record of this type, which exactly one has.
    Record(RecordType),
    /// A field whose values can be compared with those of the first.
    Comparable,
    /// A condition: a sign or a comma stands alone.
    Condition,
    /// The other parenthesis.
    Parenthesis,
    /// The other quotation mark.
    Quotation,
    /// Fewer groups in groups.
    Shallower,
    /// A regular expression.
    Pattern(Box<str>),
}

/// Reads a filter on records of a type.
pub fn parse(text: &str, on: RecordType, lexicon: &dyn Lexicon) -> Parsed {
    let tokens = tokens(text);
    let mut parser =
        Parser { text, tokens: &tokens, next: 0, lexicon, faults: Vec::new(), depth: 0 };
    let mut alternatives = parser.alternatives(on);
    // What is left begins with a parenthesis that closes nothing.
    while parser.next < tokens.len() {
        parser.fault_here(Expected::Condition);
        parser.next += 1;
        alternatives.extend(parser.alternatives(on));
    }
    let mut group = root(alternatives);
    if prune(&mut group, DEEPEST) {
        parser.fault(0..text.len(), Expected::Shallower);
    }
    Parsed { group, faults: parser.faults }
}

/// Reads what the operator of a condition works with, as [`print_operand`](super::print_operand) writes it.
pub fn parse_operand(
    text: &str,
    operator: Operator,
    subject: Subject,
    on: RecordType,
    lexicon: &dyn Lexicon,
) -> Result<Operand, Fault> {
    let tokens = operand_tokens(text);
    let mut parser =
        Parser { text, tokens: &tokens, next: 0, lexicon, faults: Vec::new(), depth: 0 };
    let takes = operator.entry().takes;
    let mut operand = parser.operand_alone(operator.entry(), subject, on);
    if let Some(group) = operand.as_mut().and_then(Operand::group_mut)
        && prune(group, DEEPEST - 1)
    {
        parser.fault(0..text.len(), Expected::Shallower);
    }
    if operand.is_some() && parser.next < tokens.len() {
        parser.fault_here(Expected::Value(takes));
    }
    let fault = parser.faults.into_iter().next();
    let nothing = || Fault { at: 0..text.len(), expected: Expected::Value(takes) };
    fault.map_or_else(|| operand.ok_or_else(nothing), Err)
}

/// All of the one alternative, or any of several.
fn whole(mut alternatives: Vec<Vec<Part>>) -> Group {
    if alternatives.len() > 1 {
        return Group { which: Which::Any, parts: alternatives.into_iter().map(part).collect() };
    }
    Group::all(alternatives.pop().unwrap_or_default())
}

/// The same where no group is around it: one that stands alone is the whole.
fn root(alternatives: Vec<Vec<Part>>) -> Group {
    let mut group = whole(alternatives);
    if group.which == Which::All && group.parts.len() == 1 {
        match group.parts.pop() {
            Some(Part::Group(only)) => group = only,
            other => group.parts.extend(other),
        }
    }
    group
}

fn part(mut parts: Vec<Part>) -> Part {
    if parts.len() == 1
        && let Some(only) = parts.pop()
    {
        return only;
    }
    Part::Group(Group::all(parts))
}

/// Takes out groups that more than `most` others are around. Returns whether there were any.
fn prune(group: &mut Group, most: usize) -> bool {
    let mut is_pruned = false;
    group.parts.retain_mut(|part| {
        let inner = match part {
            Part::Group(group) => Some(group),
            Part::Condition(condition) => condition.operand.group_mut(),
        };
        let is_too_deep = inner.is_some() && most == 0;
        is_pruned |= is_too_deep || inner.is_some_and(|group| prune(group, most - 1));
        !is_too_deep
    });
    is_pruned
}

struct Parser<'a> {
    text: &'a str,
    tokens: &'a [Token],
    next: usize,
    lexicon: &'a dyn Lexicon,
    faults: Vec<Fault>,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<&'a TokenKind> {
        self.peek_at(0)
    }

    fn peek_at(&self, ahead: usize) -> Option<&'a TokenKind> {
        self.tokens.get(self.next + ahead).map(|token| &token.kind)
    }

    /// The next token, if it follows the one before without a space.
    fn peek_joined(&self, ahead: usize) -> Option<&'a TokenKind> {
        self.tokens.get(self.next + ahead).filter(|token| token.is_joined).map(|token| &token.kind)
    }

    fn take_if(&mut self, kind: &TokenKind) -> bool {
        let is_it = self.peek() == Some(kind);
        self.next += usize::from(is_it);
        is_it
    }

    fn peek_word(&self) -> Option<&'a str> {
        if let Some(TokenKind::Word(word)) = self.peek() { Some(word) } else { None }
    }

    fn is_keyword(&self, keyword: &str) -> bool {
        self.peek_word().is_some_and(|word| word.eq_ignore_ascii_case(keyword))
    }

    fn here(&self) -> Range<usize> {
        let end = self.text.len();
        self.tokens.get(self.next).map_or(end..end, |token| token.at.clone())
    }

    fn fault_here(&mut self, expected: Expected) {
        let at = self.here();
        self.fault(at, expected);
    }

    fn fault(&mut self, at: Range<usize>, expected: Expected) {
        self.faults.push(Fault { at, expected });
    }

    /// Conditions up to a closing parenthesis or the end; `or` stands between alternatives.
    fn alternatives(&mut self, on: RecordType) -> Vec<Vec<Part>> {
        let mut alternatives = Vec::new();
        let mut current = Vec::new();
        let mut has_or = false;
        loop {
            match self.peek() {
                None | Some(TokenKind::Close) => break,
                Some(_) if self.is_keyword("or") => {
                    self.next += 1;
                    has_or = true;
                    if !current.is_empty() {
                        alternatives.push(std::mem::take(&mut current));
                    }
                }
                // What stands beside another must hold with it anyway.
                Some(_) if self.is_keyword("and") => self.next += 1,
                Some(_) => current.extend(self.item(on)),
            }
        }
        // An `or` with nothing after it is still being typed.
        if !current.is_empty() || !has_or {
            alternatives.push(current);
        }
        alternatives
    }

    fn item(&mut self, on: RecordType) -> Option<Part> {
        let mut not = false;
        while self.peek() == Some(&TokenKind::Minus) || self.is_keyword("not") {
            // Last of all it is a word like others.
            if self.peek_at(1).is_none() && self.peek_word().is_some() {
                break;
            }
            self.next += 1;
            not = !not;
        }
        match self.peek()? {
            TokenKind::Open => {
                let alternatives = self.in_parentheses(on)?;
                let group = if not {
                    let parts = match <[_; 1]>::try_from(alternatives) {
                        Ok([only]) if only.is_empty() => Vec::new(),
                        Ok([only]) => vec![part(only)],
                        Err(several) => several.into_iter().map(part).collect(),
                    };
                    Group { which: Which::None, parts }
                } else {
                    whole(alternatives)
                };
                Some(Part::Group(group))
            }
            TokenKind::Word(word) => {
                if word == "any" && self.peek_joined(1) == Some(&TokenKind::Open) {
                    self.next += 1;
                    let alternatives = self.in_parentheses(on)?;
                    let none = alternatives.len() == 1 && alternatives.iter().all(Vec::is_empty);
                    let parts = alternatives.into_iter().filter(|_| !none).map(part).collect();
                    let group = Group { which: Which::Any, parts };
                    return Some(Part::Group(if not {
                        Group { which: Which::None, parts: vec![Part::Group(group)] }
                    } else {
                        group
                    }));
                }
                let mut condition = self.condition(word, on)?;
                condition.not ^= not;
                Some(Part::Condition(condition))
            }
            TokenKind::Quoted(..) => {
                let texts = self.texts();
                let operand = Operand::Texts(texts);
                let mut condition = Condition::new(Subject::Words, Operator::Contains, operand);
                condition.not = not;
                Some(Part::Condition(condition))
            }
            TokenKind::Close => None,
            TokenKind::Comma | TokenKind::Sign(_) | TokenKind::About(_) | TokenKind::Minus => {
                self.fault_here(Expected::Condition);
                self.next += 1;
                None
            }
        }
    }

    fn in_parentheses(&mut self, on: RecordType) -> Option<Vec<Vec<Part>>> {
        let open = self.here();
        self.next += 1;
        if self.depth == MOST_OPEN {
            self.fault(open, Expected::Shallower);
            // Nothing of it is read.
            self.next = self.tokens.len();
            return None;
        }
        self.depth += 1;
        let alternatives = self.alternatives(on);
        self.depth -= 1;
        if !self.take_if(&TokenKind::Close) {
            self.fault(open, Expected::Parenthesis);
        }
        Some(alternatives)
    }

    /// What begins with a word: a condition on a field, on a relation, or on all words.
    fn condition(&mut self, word: &str, on: RecordType) -> Option<Condition> {
        let is_sign = matches!(self.peek_at(1), Some(TokenKind::Sign(_) | TokenKind::About(_)));
        if is_sign && ["has", "no", "segment", "import"].contains(&&*word.to_lowercase()) {
            return self.special(word, on);
        }
        if let Some((relation, operator)) = self.relation_here(word, on) {
            self.next += 1 + usize::from(self.peek_at(1) != Some(&TokenKind::Open));
            return self.on_related(relation, operator);
        }
        let known = field_of(self.lexicon, on, word);
        let key = known.or_else(|| gone(on, word));
        let is_operator = matches!(self.peek_at(1), Some(TokenKind::Word(next))
            if key.is_some_and(|key| has_word_operator(key, next)));
        match key {
            Some(key) if is_sign || is_operator => {
                if known.is_none() {
                    self.fault_here(Expected::Field(word.into()));
                }
                self.next += 1;
                self.on_field(key, on)
            }
            _ if is_sign => {
                self.fault_here(Expected::Field(word.into()));
                self.next += 2;
                self.skip_values();
                None
            }
            _ => {
                let texts = self.texts();
                Some(Condition::new(Subject::Words, Operator::Contains, Operand::Texts(texts)))
            }
        }
    }

    /// `has`, `no`, `segment` and `import`, which stand where a field does.
    fn special(&mut self, word: &str, on: RecordType) -> Option<Condition> {
        self.next += 2;
        let (subject, operator) = match word.to_lowercase().as_str() {
            "segment" => (Subject::Segment, Operator::InSegment),
            "import" => (Subject::Import, Operator::InImport),
            _ => return self.presence(word.eq_ignore_ascii_case("no"), on),
        };
        let operand = self.operand(operator.entry().takes, None, on)?;
        Some(Condition::new(subject, operator, operand))
    }

    /// The name of a field, after `has:`.
    fn presence(&mut self, not: bool, on: RecordType) -> Option<Condition> {
        let Some(name) = self.peek_word() else {
            self.fault_here(Expected::Field("".into()));
            return None;
        };
        let key = field_of(self.lexicon, on, name);
        if key.is_none() {
            self.fault_here(Expected::Field(name.into()));
        }
        self.next += 1;
        let subject = Subject::Field(key.or_else(|| gone(on, name))?);
        let condition = Condition::new(subject, Operator::Filled, Operand::Nothing);
        Some(Condition { not, ..condition })
    }

    /// Whether `notes(…)`, `notes every(…)` or `notes count(…) >= 3` stands here.
    fn relation_here(&self, word: &str, on: RecordType) -> Option<(Relation, Operator)> {
        let is_open = |token: Option<&TokenKind>| token == Some(&TokenKind::Open);
        let operator = if is_open(self.peek_joined(1)) {
            Operator::AnyRelated
        } else {
            let Some(TokenKind::Word(next)) = self.peek_at(1) else { return None };
            let mut operators = operators_of(Class::Related);
            let entry = operators.find(|entry| entry.sign.eq_ignore_ascii_case(next))?;
            is_open(self.peek_joined(2)).then_some(entry.operator)?
        };
        let relation = relation::named(on, &word.to_lowercase()).or_else(|| {
            let key = field_of(self.lexicon, on, word)?;
            relation::named(on, key.name())
        })?;
        Some((relation, operator))
    }

    fn on_related(&mut self, relation: Relation, operator: Operator) -> Option<Condition> {
        let operand = self.related_operand(relation, operator)?;
        Some(Condition::new(Subject::Related(relation), operator, operand))
    }

    fn related_operand(&mut self, relation: Relation, operator: Operator) -> Option<Operand> {
        let group = root(self.in_parentheses(relation.to)?);
        Some(if operator == Operator::CountRelated {
            let Some(TokenKind::Sign(sign)) = self.peek() else {
                self.fault_here(Expected::Value(Takes::Counted));
                return None;
            };
            let Some(compare) = Compare::ALL.into_iter().find(|it| it.sign() == *sign) else {
                self.fault_here(Expected::Value(Takes::Counted));
                self.next += 1;
                return None;
            };
            self.next += 1;
            let Operand::Count(count) = self.operand(Takes::Count, None, relation.to)? else {
                return None;
            };
            Operand::Counted { group, compare, count }
        } else {
            Operand::Group(group)
        })
    }

    /// The sign or word of an operator, and the value after it.
    fn on_field(&mut self, key: Key, on: RecordType) -> Option<Condition> {
        let field = key.field();
        let class = field.map(|field| Class::of(field.kind));
        let mut not = false;
        let (sign, slips) = match self.peek()? {
            TokenKind::Sign("!=") => {
                not = true;
                ("=", None)
            }
            TokenKind::Sign(sign) => (*sign, None),
            TokenKind::About(slips) => ("~", Some(*slips)),
            TokenKind::Word(word) => {
                let entry = OPERATORS.iter().find(|entry| entry.sign.eq_ignore_ascii_case(word))?;
                (entry.sign, None)
            }
            _ => return None,
        };
        let at_sign = self.here();
        self.next += 1;
        let possible: Vec<&'static Entry> = OPERATORS
            .iter()
            .filter(|entry| class.is_none_or(|class| entry.on.contains(&class)))
            .filter(|entry| entry.operator != Operator::Filled)
            .filter(|entry| {
                // What a field of this kind has only one of is meant by both.
                entry.sign == sign
                    || (sign == ":" && entry.sign == "=" && class != Some(Class::Text))
                    || (sign == "=" && entry.sign == ":" && class != Some(Class::Text))
            })
            .collect();
        if possible.is_empty() {
            self.fault(at_sign, Expected::Operator(key));
            self.skip_values();
            return None;
        }
        let subject = Subject::Field(key);
        if let Some(slips) = slips {
            let operand = self.slips(slips)?;
            return Some(Condition { not, ..Condition::new(subject, Operator::Similar, operand) });
        }
        if let Some(name) = self.peek_field() {
            let condition = self.with_field((key, name), on, &possible)?;
            return Some(Condition { not, ..condition });
        }
        let start = self.next;
        let mut last = None;
        for entry in &possible {
            self.next = start;
            let faults = self.faults.len();
            let operand = self.operand(entry.takes, Some(key), on);
            let found: Vec<_> = self.faults.drain(faults..).collect();
            if let Some(operand) = operand {
                self.faults.extend(found);
                return Some(Condition { not, ..Condition::new(subject, entry.operator, operand) });
            }
            last.get_or_insert((self.next, found));
        }
        if let Some((next, found)) = last {
            self.next = next;
            self.faults.extend(found);
        }
        None
    }

    fn slips(&mut self, slips: u8) -> Option<Operand> {
        Some(Operand::Slips(self.text_here(Takes::Slips)?, slips))
    }

    /// The name of a field that stands in the place of a value.
    fn peek_field(&self) -> Option<&'a str> {
        self.peek_word()?.strip_prefix('@')
    }

    /// What an operator works with, where it is known which one it is.
    fn operand_alone(
        &mut self,
        entry: &'static Entry,
        subject: Subject,
        on: RecordType,
    ) -> Option<Operand> {
        match subject {
            Subject::Related(_) if self.peek() != Some(&TokenKind::Open) => None,
            Subject::Related(relation) => self.related_operand(relation, entry.operator),
            Subject::Field(key) => match self.peek_field() {
                Some(name) => {
                    self.with_field((key, name), on, &[entry]).map(|condition| condition.operand)
                }
                None => self.operand(entry.takes, Some(key), on),
            },
            Subject::Words | Subject::Segment | Subject::Import => {
                self.operand(entry.takes, None, on)
            }
        }
    }

    /// The name of another field, with which the value is compared.
    fn with_field(
        &mut self,
        (key, name): (Key, &str),
        on: RecordType,
        possible: &[&'static Entry],
    ) -> Option<Condition> {
        let known = field_of(self.lexicon, on, name);
        let other = known.or_else(|| gone(on, name));
        let mut operators = possible.iter().map(|entry| entry.operator);
        let operator = match (known, other) {
            (Some(other), _) => operators.find(|it| is_comparable(*it, key, other)),
            // Nobody knows any more what it was.
            (None, Some(_)) => operators.next(),
            (None, None) => None,
        };
        if operator.is_none() || known.is_none() {
            self.fault_here(Expected::Comparable);
        }
        self.next += 1;
        Some(Condition::new(Subject::Field(key), operator?, Operand::Field(other?)))
    }

    fn skip_values(&mut self) {
        while let Some(TokenKind::Word(_) | TokenKind::Quoted(..)) = self.peek() {
            self.next += 1;
            if !self.take_if(&TokenKind::Comma) {
                break;
            }
        }
    }

    /// What an operator takes. On failure a fault is noted, and the value passed over.
    fn operand(&mut self, takes: Takes, key: Option<Key>, on: RecordType) -> Option<Operand> {
        let start = self.next;
        let class = key.and_then(Key::field).map(|field| Class::of(field.kind));
        let takes = takes.of(class);
        let operand = match takes {
            Takes::Nothing => Some(Operand::Nothing),
            Takes::Texts => {
                let texts = self.texts();
                (!texts.is_empty()).then_some(Operand::Texts(texts))
            }
            Takes::Pattern => {
                let at = self.here();
                let pattern = self.text_here(takes)?;
                if let Err(problem) = regex_lite::Regex::new(&pattern) {
                    self.fault(at, Expected::Pattern(problem.to_string().into()));
                    return None;
                }
                Some(Operand::Texts(vec![pattern]))
            }
            Takes::Members => return self.members(key, class, on),
            Takes::Segments => return self.records(RecordType::Segment),
            Takes::Step => {
                let from = self.step_end(key, on)?;
                if !self.is_keyword("to") {
                    self.fault_here(Expected::Value(takes));
                    return None;
                }
                self.next += 1;
                let to = self.step_end(key, on)?;
                Some(Operand::Step { from: Box::new(from), to: Box::new(to) })
            }
            Takes::Positions => self.each(|word| word.parse().ok()).map(Operand::Positions),
            Takes::Weekdays => self.each(weekday).map(Operand::Weekdays),
            Takes::Months => self.each(month).map(Operand::Months),
            Takes::Numbers => self.each(number).map(Operand::Numbers),
            Takes::Number => self.one(number).map(|number| Operand::Numbers(vec![number])),
            Takes::Range => self.one(|word| {
                let (from, to) = word.split_once("..")?;
                Some(Operand::Range(number(from)?, number(to)?))
            }),
            Takes::Share => self.one(|word| {
                let digits = word.strip_suffix(['%', '٪']);
                let count = digits.unwrap_or(word).parse().ok()?;
                Some(Operand::Share { count, is_percent: digits.is_some() })
            }),
            Takes::Count => self.one(|word| word.parse().ok()).map(Operand::Count),
            Takes::When => self.one(when).map(Operand::When),
            Takes::Whens => self.one(|word| {
                let (from, to) = word.split_once("..")?;
                Some(Operand::Whens(when(from)?, when(to)?))
            }),
            Takes::Ago => self.one(span).map(Operand::Span),
            // Without the plus, the operators that look back have been tried before.
            Takes::Ahead => {
                self.one(|word| span(word.strip_prefix('+').unwrap_or(word))).map(Operand::Span)
            }
            Takes::Flag => self
                .one(|word| match word {
                    "yes" | "true" | "1" => Some(true),
                    "no" | "false" | "0" => Some(false),
                    _ => None,
                })
                .map(Operand::Flag),
            Takes::Slips => {
                let slips = if let Some(TokenKind::About(slips)) = self.peek() {
                    self.next += 1;
                    *slips
                } else {
                    1
                };
                return self.slips(slips);
            }
            Takes::Group | Takes::Counted => None,
        };
        if operand.is_none() {
            self.next = start;
            self.fault_here(Expected::Value(takes));
            self.skip_values();
        }
        operand
    }

    fn step_end(&mut self, key: Option<Key>, on: RecordType) -> Option<Operand> {
        if self.peek_word() == Some("*") {
            self.next += 1;
            return Some(Operand::Nothing);
        }
        self.operand(Takes::Members, key, on)
    }

    /// Words of a choice, records, or texts, as the field has them.
    fn members(
        &mut self,
        key: Option<Key>,
        class: Option<Class>,
        on: RecordType,
    ) -> Option<Operand> {
        let start = self.next;
        if class == Some(Class::Links) {
            let to = key.and_then(relation_of).unwrap_or(on);
            return self.records(to);
        }
        let mut texts = Vec::new();
        loop {
            let at = self.here();
            let Some(text) = self.text() else { break };
            match key.filter(|_| matches!(class, Some(Class::Choice | Class::Choices))) {
                Some(key) => {
                    let known = choice_of(self.lexicon, key, &text);
                    if known.is_none() {
                        // Kept: a choice may have been taken away.
                        self.fault(at, Expected::Choice(key));
                    }
                    texts.push(known.unwrap_or(text));
                }
                None => texts.push(text),
            }
            if !self.take_if(&TokenKind::Comma) {
                break;
            }
        }
        if texts.is_empty() {
            self.next = start;
            self.fault_here(Expected::Value(Takes::Members));
            return None;
        }
        Some(Operand::Texts(texts))
    }

    fn records(&mut self, to: RecordType) -> Option<Operand> {
        let mut ids = Vec::new();
        loop {
            let at = self.here();
            let is_quoted = matches!(self.peek(), Some(TokenKind::Quoted(..)));
            let Some(text) = self.text() else { break };
            let by_id = text.strip_prefix('#').filter(|_| !is_quoted).and_then(Id::parse);
            match by_id.or_else(|| self.lexicon.record(to, &text)) {
                Some(id) => ids.push(id),
                None => self.fault(at, Expected::Record(to)),
            }
            if !self.take_if(&TokenKind::Comma) {
                break;
            }
        }
        if ids.is_empty() {
            if self.faults.is_empty() {
                self.fault_here(Expected::Record(to));
            }
            return None;
        }
        Some(Operand::Records(ids))
    }

    /// Words with commas between them.
    fn texts(&mut self) -> Vec<Box<str>> {
        let mut texts = Vec::new();
        while let Some(text) = self.text() {
            texts.push(text);
            // At the end it is still being typed.
            if self.peek() != Some(&TokenKind::Comma) || !self.is_text(1) {
                if self.peek() == Some(&TokenKind::Comma) && self.peek_at(1).is_none() {
                    self.next += 1;
                }
                break;
            }
            self.next += 1;
        }
        texts
    }

    fn is_text(&self, ahead: usize) -> bool {
        matches!(self.peek_at(ahead), Some(TokenKind::Word(_) | TokenKind::Quoted(..)))
    }

    fn text_here(&mut self, takes: Takes) -> Option<Box<str>> {
        let text = self.text();
        if text.is_none() {
            self.fault_here(Expected::Value(takes));
        }
        text
    }

    fn text(&mut self) -> Option<Box<str>> {
        let text = match self.peek()? {
            TokenKind::Word(word) => word.as_str().into(),
            TokenKind::Quoted(text, is_closed) => {
                if !is_closed {
                    self.fault_here(Expected::Quotation);
                }
                text.as_str().into()
            }
            _ => return None,
        };
        self.next += 1;
        Some(text)
    }

    /// One word, digits of any script as ASCII, made a value of.
    fn one<T>(&mut self, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        // After a word that is an operator, a minus is a token of its own.
        let mut word = String::new();
        while self.peek() == Some(&TokenKind::Minus) && self.peek_joined(1).is_some() {
            word.push('-');
            self.next += 1;
        }
        word.push_str(&fold(&self.text()?));
        read(&word.replace('−', "-"))
    }

    fn each<T>(&mut self, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
        let mut values = Vec::new();
        loop {
            values.push(self.one(&read)?);
            if !self.take_if(&TokenKind::Comma) {
                return Some(values);
            }
        }
    }
}

/// How the names of fields of one's own begin.
const OWN: &str = "x-";

/// A field that is switched off, or one of one's own that is there no more: kept, so that a filter on it is not
/// lost.
pub(super) fn gone(on: RecordType, name: &str) -> Option<Key> {
    let is_switched_off = |field: &&Field| field.is_on(on) && field.name == name;
    let is_own = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let switched_off = CATALOGUE.iter().find(is_switched_off).map(Field::key);
    let removed = || (name.starts_with(OWN) && name.chars().all(is_own)).then(|| Key::of(name))?;
    switched_off.or_else(removed)
}

/// Whether a word after the name of the field is one of its operators; of a field that is there no more, of any.
fn has_word_operator(key: Key, word: &str) -> bool {
    let class = key.field().map(|field| Class::of(field.kind));
    OPERATORS.iter().any(|entry| {
        class.is_none_or(|class| entry.on.contains(&class))
            && entry.operator != Operator::Filled
            && entry.sign.eq_ignore_ascii_case(word)
    })
}

fn number(word: &str) -> Option<Number> {
    Number::parse(word.strip_prefix('+').unwrap_or(word))
}

fn weekday(word: &str) -> Option<u8> {
    let at = WEEKDAYS.iter().position(|day| word.starts_with(day))?;
    u8::try_from(at + 1).ok()
}

fn month(word: &str) -> Option<u8> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let named = || MONTHS.iter().position(|month| word.starts_with(month)).map(|at| at + 1);
    let number = word.parse().ok().or_else(named).filter(|month| (1..=12).contains(month))?;
    u8::try_from(number).ok()
}

fn span(word: &str) -> Option<Span> {
    let letter = word.chars().next_back()?;
    let unit = Unit::ALL.into_iter().find(|unit| unit.letter() == letter)?;
    let digits = word.strip_suffix(letter)?;
    let is_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
    Some(Span { count: digits.parse().ok().filter(|_| is_digits)?, unit })
}

fn when(word: &str) -> Option<When> {
    if let Some(day) = Day::parse(word) {
        return Some(When::Day(day));
    }
    let day = |which| Period { which, unit: Unit::Day, is_fiscal: false };
    let period = match word {
        "yesterday" => day(Nearby::Last),
        "today" => day(Nearby::This),
        "tomorrow" => day(Nearby::Next),
        _ => {
            let (which, rest) = [
                (Nearby::Last, word.strip_prefix("last-")),
                (Nearby::This, word.strip_prefix("this-")),
                (Nearby::Next, word.strip_prefix("next-")),
                (Nearby::SoFar, word.strip_suffix("-so-far")),
            ]
            .into_iter()
            .find_map(|(which, rest)| Some((which, rest?)))?;
            let fiscal = rest.strip_prefix("fiscal-");
            let unit = Unit::ALL.into_iter().find(|unit| unit.name() == fiscal.unwrap_or(rest))?;
            let is_fiscal = fiscal.is_some() && matches!(unit, Unit::Quarter | Unit::Year);
            Period { which, unit, is_fiscal }
        }
    };
    Some(When::Period(period))
}
