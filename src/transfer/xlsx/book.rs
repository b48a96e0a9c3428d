//! What a workbook consists of: its sheets, its formats, and where its texts are.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    Problem,
    cell::Format,
    xml::{Node, Xml, attribute},
    zip::Archive,
};

/// Most sheets that are looked at.
const SHEETS_MOST: usize = 250;

pub(super) struct Book {
    archive: Archive,
    /// Days count from 1904 and not from 1900.
    pub(super) is_1904: bool,
    /// Of each style of a cell, in the order of their numbers.
    pub(super) formats: Vec<Format>,
    pub(super) sheets: Vec<Sheet>,
    strings: Option<String>,
}

/// A sheet with cells.
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) is_hidden: bool,
    /// Where it lies in the archive.
    pub(super) path: String,
}

/// A part that another one needs (ECMA-376 Part 2, 8.5).
struct Relation {
    id: String,
    /// The last word of its type.
    kind: String,
    path: String,
}

impl Book {
    pub(super) fn open(bytes: Arc<Vec<u8>>) -> Result<Self, Problem> {
        let archive = Archive::read(bytes)?;
        let of_archive = relations(&archive, "")?;
        let workbook = of_archive.iter().find(|it| it.kind == "officeDocument");
        let path = workbook.map(|it| it.path.clone()).ok_or(Problem::NotAWorkbook)?;
        if path.rsplit('.').next() == Some("bin") {
            return Err(Problem::OtherForm(".xlsb"));
        }
        let of_book = relations(&archive, &path)?;
        let part = |kind: &str| of_book.iter().find(|it| it.kind == kind).map(|it| it.path.clone());
        let formats = match part("styles") {
            Some(path) => formats(&archive, &path)?,
            None => Vec::new(),
        };
        let mut book = Self {
            is_1904: false,
            formats,
            sheets: Vec::new(),
            strings: part("sharedStrings"),
            archive,
        };
        book.read(&path, &of_book)?;
        Ok(book)
    }

    fn read(&mut self, path: &str, relations: &[Relation]) -> Result<(), Problem> {
        let mut xml = small(&self.archive, path)?.ok_or(Problem::Damaged)?;
        let mut is_workbook = false;
        loop {
            let node = xml.next()?;
            let start = match &node {
                Node::Start(start) => start,
                Node::Over if is_workbook => return Ok(()),
                Node::Over => return Err(Problem::NotAWorkbook),
                _ => continue,
            };
            match start.local_name().as_ref() {
                "workbook" => is_workbook = true,
                "workbookPr" => {
                    let says = attribute(start, "date1904");
                    self.is_1904 |= says.is_some_and(|says| says == "1" || says == "true");
                }
                "sheet" if self.sheets.len() < SHEETS_MOST => {
                    let id = attribute(start, "id").unwrap_or_default();
                    let relation = relations.iter().find(|it| it.id == id);
                    // Of charts and dialogs there are sheets as well.
                    if let Some(relation) = relation.filter(|it| it.kind == "worksheet") {
                        let name = attribute(start, "name").unwrap_or_default().into_owned();
                        let is_hidden = attribute(start, "state").is_some_and(|it| it != "visible");
                        self.sheets.push(Sheet { name, is_hidden, path: relation.path.clone() });
                    }
                }
                _ => {}
            }
        }
    }

    pub(super) fn sheet(&self, sheet: &Sheet) -> Result<Xml, Problem> {
        xml(&self.archive, &sheet.path)?.ok_or(Problem::Damaged)
    }

    /// The texts that cells name by number, if there are any.
    pub(super) fn strings(&self) -> Result<Option<Xml>, Problem> {
        self.strings.as_deref().map_or(Ok(None), |path| xml(&self.archive, path))
    }
}

/// Most bytes of a part that is read in one piece.
const SMALL: u64 = 64 * 1024 * 1024;

fn small(archive: &Archive, path: &str) -> Result<Option<Xml>, Problem> {
    let xml = xml(archive, path)?;
    let is_small = |xml: &Xml| xml.progress().1 <= SMALL;
    if xml.as_ref().is_none_or(is_small) { Ok(xml) } else { Err(Problem::TooLarge) }
}

fn xml(archive: &Archive, path: &str) -> Result<Option<Xml>, Problem> {
    Ok(archive.open(path).transpose()?.map(Xml::new))
}

/// What a part refers to, or the archive as a whole where the path is empty.
fn relations(archive: &Archive, path: &str) -> Result<Vec<Relation>, Problem> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let path = resolved(folder, &format!("_rels/{name}.rels"));
    let Some(mut xml) = small(archive, &path)? else { return Ok(Vec::new()) };
    let mut relations = Vec::new();
    loop {
        match xml.next()? {
            Node::Start(start) if start.local_name().as_ref() == "Relationship" => {
                let get = |name| attribute(&start, name).unwrap_or_default().into_owned();
                let kind = get("Type").rsplit('/').next().unwrap_or_default().to_owned();
                let path = resolved(folder, &get("Target"));
                relations.push(Relation { id: get("Id"), kind, path });
            }
            Node::Over => return Ok(relations),
            _ => {}
        }
    }
}

/// A path from a folder, as one from the root.
fn resolved(folder: &str, path: &str) -> String {
    let from = if path.starts_with('/') { "" } else { folder };
    let mut parts: Vec<&str> = Vec::new();
    for part in from.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// How the styles of cells show numbers (ECMA-376 Part 1, 18.8.10 and 18.8.30).
fn formats(archive: &Archive, path: &str) -> Result<Vec<Format>, Problem> {
    let Some(mut xml) = small(archive, path)? else { return Ok(Vec::new()) };
    let mut told = BTreeMap::new();
    let mut formats = Vec::new();
    let mut is_of_cells = false;
    loop {
        match xml.next()? {
            Node::Start(start) => {
                let id = || attribute(&start, "numFmtId").and_then(|id| id.parse::<u32>().ok());
                match start.local_name().as_ref() {
                    "numFmt" => {
                        let code = attribute(&start, "formatCode").unwrap_or_default();
                        told.extend(id().map(|id| (id, Format::of(&code))));
                    }
                    "cellXfs" => is_of_cells = true,
                    "xf" if is_of_cells => {
                        let id = id().unwrap_or_default();
                        let told = told.get(&id).copied();
                        formats.push(told.unwrap_or_else(|| Format::built_in(id)));
                    }
                    _ => {}
                }
            }
            Node::End(end) if end.local_name().as_ref() == "cellXfs" => is_of_cells = false,
            Node::Over => return Ok(formats),
            _ => {}
        }
    }
}
