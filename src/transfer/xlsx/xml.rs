//! The XML of a workbook, node by node. Neither a node nor their nesting grows without bound.

use std::borrow::Cow;

use quick_xml::{
    Reader, XmlVersion,
    escape::resolve_predefined_entity,
    events::{BytesEnd, BytesStart, Event},
};

use super::{Problem, zip::Part};
use crate::transfer::csv::CELL_MOST;

/// Most bytes of a tag or a stretch of text: a character takes at most four.
const NODE_MOST: usize = 4 * CELL_MOST + 64 * 1024;
/// Most elements within each other. Workbooks need fewer than ten.
const DEPTH_MOST: usize = 200;

pub(super) struct Xml {
    reader: Reader<Part>,
    buffer: Vec<u8>,
    depth: usize,
}

/// Elements are called without their prefix.
pub(super) enum Node<'a> {
    Start(BytesStart<'a>),
    End(BytesEnd<'a>),
    Text(Cow<'a, str>),
    Other,
    /// All elements are closed and nothing follows.
    Over,
}

impl Xml {
    pub(super) fn new(part: Part) -> Self {
        let mut reader = Reader::from_reader(part);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new(), depth: 0 }
    }

    pub(super) fn next(&mut self) -> Result<Node<'_>, Problem> {
        self.buffer.clear();
        self.reader.get_mut().allow(NODE_MOST);
        let event = self.reader.read_event_into(&mut self.buffer).map_err(|_| Problem::Damaged)?;
        Ok(match event {
            Event::Start(_) if self.depth == DEPTH_MOST => return Err(Problem::Damaged),
            Event::Start(start) => {
                self.depth += 1;
                Node::Start(start)
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                Node::End(end)
            }
            Event::Text(text) => Node::Text(text.xml10_content()),
            Event::CData(text) => Node::Text(text.xml10_content()),
            Event::GeneralRef(name) => match name.resolve_char_ref() {
                Ok(Some(c)) => Node::Text(c.to_string().into()),
                Ok(None) => {
                    let text = resolve_predefined_entity(&name).ok_or(Problem::Damaged)?;
                    Node::Text(text.into())
                }
                Err(_) => return Err(Problem::Damaged),
            },
            Event::Eof if self.depth > 0 => return Err(Problem::Damaged),
            Event::Eof => Node::Over,
            _ => Node::Other,
        })
    }

    /// How many bytes are read, and of how many.
    pub(super) fn progress(&self) -> (u64, u64) {
        self.reader.get_ref().progress()
    }
}

/// An attribute by its name without prefix.
pub(super) fn attribute<'a>(start: &'a BytesStart<'_>, name: &str) -> Option<Cow<'a, str>> {
    let mut attributes = start.attributes();
    let attributes = attributes.with_checks(false).flatten();
    let found = attributes.into_iter().find(|it| it.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok()
}
