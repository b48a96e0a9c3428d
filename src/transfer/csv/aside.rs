//! Rows that were set aside, with the reason.

use csv::{ReaderBuilder, StringRecord, Writer};

use super::write::is_formula;

/// Returns a table with a column more, which says the same in every row: why they were set aside. It is for people
/// to open and put right, so what a spreadsheet would run is guarded; the guards go when it comes back.
pub fn with_reason(table: &str, header: &str, reason: &str) -> Vec<u8> {
    let mut reader =
        ReaderBuilder::new().flexible(true).has_headers(false).from_reader(table.as_bytes());
    let mut rows: Vec<_> = reader.records().map_while(Result::ok).collect();
    let guarded = |cell: &str| if is_formula(cell) { format!("'{cell}") } else { cell.to_owned() };
    for row in &mut rows {
        *row = row.iter().map(guarded).collect();
    }
    let width = rows.iter().map(StringRecord::len).max().unwrap_or_default();
    let mut writer = Writer::from_writer(Vec::new());
    for (at, row) in rows.iter_mut().enumerate() {
        while row.len() < width {
            row.push_field("");
        }
        row.push_field(if at == 0 { header } else { reason });
        // Writing to memory does not fail, and all rows are of one width.
        let _ = writer.write_record(&*row);
    }
    writer.into_inner().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_says_why() {
        let table = "\"a\",\"b\"\n\"1\"\n\"2\",\"x, y\",\"3\"\n";
        let expected = "a,b,,why\n1,,,none\n2,\"x, y\",3,none\n";
        assert_eq!(with_reason(table, "why", "none"), expected.as_bytes());
    }

    #[test]
    fn nothing_in_them_runs() {
        let table = "name\n\"=HYPERLINK(\"\"x\"\")\"\n+1 2\n-5\n＝1\n";
        let expected =
            "name,why\n\"'=HYPERLINK(\"\"x\"\")\",none\n'+1 2,none\n-5,none\n'＝1,none\n";
        let written = with_reason(table, "why", "none");
        assert_eq!(String::from_utf8(written).unwrap(), expected);
    }
}
