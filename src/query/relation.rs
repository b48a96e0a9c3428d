//! The ways from a record to others.

use super::filter::{Relation, Way};
use crate::domain::{
    field::{self, Kind},
    id::RecordType,
};

/// The relations of a type of record with their names in the text form: along its own relation fields,
/// named like the field, and against those of other types, named like the type. Against a field of one's own
/// both are named, so that no other field of one's own changes what a filter means.
pub fn relations_of(on: RecordType) -> Vec<(String, Relation)> {
    let mut relations = Vec::new();
    for field in field::fields_of(on) {
        let (Kind::Relation(_) | Kind::Relations(_), Some(to)) = (field.kind, field.points_to())
        else {
            continue;
        };
        relations.push((field.name.to_owned(), Relation { to, key: field.key(), way: Way::Along }));
    }
    for to in RecordType::ALL {
        for field in field::fields_of(to) {
            if !matches!(field.kind, Kind::Relation(other) | Kind::Relations(other) if other == on)
            {
                continue;
            }
            let plural = to.plural();
            let is_taken = field.own.is_some() || relations.iter().any(|(name, _)| name == plural);
            let name =
                if is_taken { format!("{plural}-{}", field.name) } else { plural.to_owned() };
            relations.push((name, Relation { to, key: field.key(), way: Way::Against }));
        }
    }
    relations
}

/// The relation of a name. A plain type stands for the first field that leads against it, which may be one's own:
/// earlier versions named it so.
pub fn named(on: RecordType, name: &str) -> Option<Relation> {
    let is_it = |(other, it): &(String, Relation)| {
        other == name || it.way == Way::Against && it.to.plural() == name
    };
    relations_of(on).into_iter().find(is_it).map(|(_, relation)| relation)
}

/// The name of a relation, see [`relations_of`].
pub fn name_of(on: RecordType, relation: Relation) -> Option<String> {
    relations_of(on).into_iter().find(|(_, other)| *other == relation).map(|(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_lead_both_ways() {
        for on in RecordType::ALL {
            let relations = relations_of(on);
            for (name, relation) in &relations {
                assert_eq!(relations.iter().filter(|(other, _)| other == name).count(), 1);
                assert_eq!(name_of(on, *relation).as_ref(), Some(name));
            }
        }
        let names = |on| relations_of(on).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
        assert_eq!(
            names(RecordType::Person),
            [
                "organization",
                "referred-by",
                "tags",
                "people",
                "deals",
                "projects",
                "tasks",
                "interactions",
                "interactions-person",
                "interactions-also-with",
                "relations",
                "relations-other",
            ]
        );
        assert_eq!(
            names(RecordType::Organization),
            ["tags", "people", "deals", "projects", "tasks", "interactions", "relations"]
        );
    }
}
