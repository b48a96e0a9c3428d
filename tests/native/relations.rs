//! Who is what to whom, where people were before, and who brought whom.

use rapport::{
    domain::{
        book::Book,
        change::{Action, Cause, Change},
        edit::{
            bulk::{self, Wish},
            fields,
            named::Names,
            records::{self, Input},
            relations,
        },
        field::{self, Kind, draft::Entered, keys, own},
        id::{Id, RecordType},
        key::Key,
        problem::{Fault, Problem},
        stamp::Stamp,
        today::Today,
        value::{Value, choice, day::Day, number::Number, time::Time},
    },
    query::{
        ask::{
            Asked, Past, Texts,
            when::{Today as Asking, Zone},
        },
        connections::{self, Connection},
        filter::{Relation, Way},
        relation,
        search::{SearchIndex, Words},
        sort::{ByCodePoint, Order},
        text::{self, Canonical},
    },
    transfer::json,
};

const ON: RecordType = RecordType::Relation;

/// Ada of Acme, her sister Grace, and Bolt; a deal and a project of Acme.
struct World {
    book: Book,
    stamp: Stamp,
    ada: Id,
    grace: Id,
    acme: Id,
    bolt: Id,
    deal: Id,
    project: Id,
}

type Filled<'a> = &'a [(Key, Value)];

fn input(fields: Filled<'_>) -> Input {
    fields.iter().map(|(key, value)| (*key, Some(value.clone()))).collect()
}

fn day(day: &str) -> Value {
    Value::Day(Day::parse(day).unwrap())
}

impl World {
    fn new() -> Self {
        let noon = Time::of_clock("2026-03-09T12:00", 0).unwrap();
        let mut book = Book::default();
        book.today = Today::at(noon, |_| 0);
        let mut stamp = Stamp::new(noon, [4; 10]);
        let mut record = |on, fields: Filled<'_>| {
            let (id, change) = records::create(&book, on, &input(fields), &mut stamp).unwrap();
            book.apply(change).unwrap();
            id
        };
        let named = |name: &str| (keys::NAME, Value::text(name));
        let acme = record(RecordType::Organization, &[named("Acme")]);
        let bolt = record(RecordType::Organization, &[named("Bolt")]);
        let ada = record(
            RecordType::Person,
            &[
                (keys::GIVEN, Value::text("Ada")),
                (keys::ORGANIZATION, Value::link(acme)),
                (keys::JOB_TITLE, Value::text("Engineer")),
            ],
        );
        let grace = record(RecordType::Person, &[(keys::GIVEN, Value::text("Grace"))]);
        let of_acme = (keys::ORGANIZATION, Value::link(acme));
        let deal = record(RecordType::Deal, &[named("Website"), of_acme.clone()]);
        let project = record(RecordType::Project, &[named("Move"), of_acme]);
        Self { book, stamp, ada, grace, acme, bolt, deal, project }
    }

    fn ask(&mut self, fields: Filled<'_>) -> Result<(Id, Change), Problem> {
        relations::create(&self.book, &input(fields), &Names::new(), &mut self.stamp)
    }

    fn relate(&mut self, fields: Filled<'_>) -> Id {
        let (id, change) = self.ask(fields).unwrap();
        self.book.apply(change).unwrap();
        id
    }

    /// A role of Ada at one other end.
    fn role(&mut self, key: Key, other: Id, role: &str) -> Id {
        self.relate(&[
            (keys::PERSON, Value::link(self.ada)),
            (key, Value::link(other)),
            (keys::ROLE, Value::text(role)),
        ])
    }

    fn edit(&mut self, id: Id, fields: Filled<'_>) -> Result<Change, Problem> {
        let (seen, names) = (Input::new(), Names::new());
        relations::edit(&self.book, id, &seen, &input(fields), &names, &mut self.stamp)
    }

    fn change(&mut self, on: RecordType, id: Id, key: Key, value: Value) -> Result<(), Problem> {
        let input = input(&[(key, value)]);
        let change = records::edit(&self.book, on, id, &Input::new(), &input, &self.stamp)?;
        self.book.apply(change).unwrap();
        Ok(())
    }

    fn seen_from(&self, on: RecordType, id: Id) -> Vec<Connection> {
        connections::of(&self.book, on, id)
    }

    /// The names of the people who fit a filter.
    fn found(&self, filter: &str) -> Vec<&str> {
        let parsed = text::parse(filter, RecordType::Person, &Canonical);
        assert_eq!(parsed.faults, [], "{filter}");
        let zone = Zone::fixed(0);
        let today = Asking { now: self.stamp.at, zone, first_weekday: 1, fiscal_start: 1 };
        let (mut texts, past) = (Texts::default(), Past::default());
        let mut asked = Asked::new(&self.book, &today, &mut texts, &past);
        let found = asked.find(&parsed.group, RecordType::Person);
        let people = self.book.table(RecordType::Person).iter();
        let found = people.filter(|(slot, _)| found.has(*slot));
        found.map(|(_, person)| person.text(keys::GIVEN).unwrap()).collect()
    }
}

#[track_caller]
fn refused(fields: impl Fn(&World) -> Vec<(Key, Value)>, key: Key, fault: Fault) {
    let mut world = World::new();
    let fields = fields(&world);
    let problem = world.ask(&fields).unwrap_err();
    assert_eq!(problem, Problem::Field { key, fault });
}

#[test]
fn a_relation_has_two_ends() {
    let ada = |world: &World| (keys::PERSON, Value::link(world.ada));
    let acme = |world: &World| (keys::ORGANIZATION, Value::link(world.acme));
    refused(|world| vec![acme(world)], keys::PERSON, Fault::Missing);
    refused(|world| vec![ada(world)], keys::OTHER, Fault::Missing);
    refused(
        |world| vec![ada(world), acme(world), (keys::DEAL, Value::link(world.deal))],
        keys::DEAL,
        Fault::OtherEnd,
    );
    refused(
        |world| vec![ada(world), (keys::OTHER, Value::link(world.ada))],
        keys::OTHER,
        Fault::Oneself,
    );
}

#[test]
fn it_does_not_end_before_it_begins() {
    let dated = |since: &'static str, until: &'static str| {
        move |world: &World| {
            vec![
                (keys::PERSON, Value::link(world.ada)),
                (keys::ORGANIZATION, Value::link(world.acme)),
                (keys::SINCE, day(since)),
                (keys::UNTIL, day(until)),
            ]
        }
    };
    refused(dated("2020-05", "2020-04-30"), keys::UNTIL, Fault::EndsEarly);
    refused(dated("2020", "2019"), keys::UNTIL, Fault::EndsEarly);
    let mut world = World::new();
    let fields = dated("2020-05", "2020")(&world);
    let id = world.relate(&fields);
    let refused = world.edit(id, &[(keys::UNTIL, day("2019"))]);
    let fault = Fault::EndsEarly;
    assert_eq!(refused, Err(Problem::Field { key: keys::UNTIL, fault }));
    let change = world.edit(id, &[(keys::UNTIL, day("2021"))]).unwrap();
    assert_eq!((change.label.action, &*change.label.name), (Action::Edit, "Ada – Acme"));
}

#[test]
fn the_other_end_may_be_new() {
    let mut world = World::new();
    let names = Names::from([(keys::OTHER, vec!["Mary Shelley".into()])]);
    let person = input(&[(keys::PERSON, Value::link(world.ada))]);
    let (_, change) = relations::create(&world.book, &person, &names, &mut world.stamp).unwrap();
    assert_eq!(&*change.label.name, "Ada – Mary Shelley");
    let before = world.book.clone();
    let undo = change.clone().inverse(world.stamp.at, Cause::Undo(1));
    world.book.apply(change).unwrap();
    assert_eq!(world.book.table(RecordType::Person).len(), 3);
    world.book.apply(undo).unwrap();
    assert_eq!(world.book, before);
}

#[test]
fn both_ends_see_it() {
    let mut world = World::new();
    let sister = world.role(keys::OTHER, world.grace, "Sister");
    let decides = world.role(keys::DEAL, world.deal, "Decision maker");
    let leads = world.role(keys::PROJECT, world.project, "Lead");

    let seen = |connections: Vec<Connection>| -> Vec<_> {
        connections.into_iter().map(|it| (it.relation, it.on, it.other, it.is_own_role)).collect()
    };
    let (person, deal, project) = (RecordType::Person, RecordType::Deal, RecordType::Project);
    assert_eq!(
        seen(world.seen_from(person, world.ada)),
        [
            (leads, project, world.project, true),
            (decides, deal, world.deal, true),
            (sister, person, world.grace, true),
        ]
    );
    assert_eq!(seen(world.seen_from(person, world.grace)), [(sister, person, world.ada, false)]);
    assert_eq!(seen(world.seen_from(deal, world.deal)), [(decides, person, world.ada, false)]);
    assert_eq!(seen(world.seen_from(project, world.project)), [(leads, person, world.ada, false)]);
}

#[test]
fn what_is_over_comes_last_and_the_latest_of_it_first() {
    let mut world = World::new();
    let mut at = |until: Option<&str>| {
        let mut fields = vec![
            (keys::PERSON, Value::link(world.grace)),
            (keys::ORGANIZATION, Value::link(world.bolt)),
        ];
        fields.extend(until.map(|until| (keys::UNTIL, day(until))));
        world.relate(&fields)
    };
    let (old, now, later) = (at(Some("2019")), at(None), at(Some("2026-03-10")));
    let (today, this_year) = (at(Some("2026-03-09")), at(Some("2026")));
    let seen = world.seen_from(RecordType::Person, world.grace);
    let order: Vec<_> = seen.iter().map(|it| (it.relation, it.is_over)).collect();
    assert_eq!(
        order,
        [(later, false), (this_year, false), (now, false), (today, true), (old, true)]
    );
}

#[test]
fn an_organization_does_not_say_twice_who_is_there() {
    let mut world = World::new();
    let said = world.role(keys::ORGANIZATION, world.acme, "engineer");
    let more = world.role(keys::ORGANIZATION, world.acme, "Fire warden");
    let seen = |world: &World| -> Vec<Id> {
        let seen = world.seen_from(RecordType::Organization, world.acme);
        seen.into_iter().map(|it| it.relation).collect()
    };
    assert_eq!(seen(&world), [more]);
    assert_eq!(world.seen_from(RecordType::Person, world.ada).len(), 2);
    let ended = world.edit(said, &[(keys::UNTIL, day("2025"))]).unwrap();
    world.book.apply(ended).unwrap();
    assert_eq!(seen(&world), [more, said]);
}

#[test]
fn a_relation_goes_with_either_end_and_comes_back_with_it() {
    let mut world = World::new();
    let sister = world.role(keys::OTHER, world.grace, "Sister");
    let works = world.role(keys::ORGANIZATION, world.acme, "Fire warden");
    let decides = world.role(keys::DEAL, world.deal, "Decision maker");
    let leads = world.role(keys::PROJECT, world.project, "Lead");
    let before = world.book.clone();
    let ends = [
        (RecordType::Person, world.grace, vec![sister]),
        (RecordType::Organization, world.acme, vec![works]),
        (RecordType::Deal, world.deal, vec![decides]),
        (RecordType::Project, world.project, vec![leads]),
        (RecordType::Person, world.ada, vec![sister, works, decides, leads]),
    ];
    for (on, end, gone) in ends {
        let change = records::delete(&world.book, on, &[end], &world.stamp).unwrap();
        assert_eq!(change.label.count, 1);
        world.book.apply(change.clone()).unwrap();
        assert_eq!(world.book.table(ON).len(), 4 - gone.len());
        assert!(gone.iter().all(|relation| world.book.get(ON, *relation).is_none()));
        world.book.apply(change.inverse(world.stamp.at, Cause::Undo(1))).unwrap();
        assert!(before.everything().all(|(on, record)| world.book.get(on, record.id).is_some()));
    }
    let deleted = relations::delete(&world.book, sister, &world.stamp).unwrap();
    assert_eq!((deleted.touches.len(), &*deleted.label.name), (1, "Ada – Grace"));
}

#[test]
fn a_position_that_was_left_is_kept() {
    let mut world = World::new();
    let (ada, acme) = (world.ada, world.acme);
    let kept =
        relations::former(&world.book, ada, acme, Some("Engineer"), &mut world.stamp).unwrap();
    world.book.apply(kept.clone()).unwrap();
    let seen = world.seen_from(RecordType::Person, ada);
    let [Connection { other, role, until, is_over: true, .. }] = &seen[..] else {
        panic!("one, and it is over: {seen:?}")
    };
    assert_eq!(
        (*other, role.as_deref(), *until),
        (acme, Some("Engineer"), Day::parse("2026-03-09"))
    );
    world.book.apply(kept.inverse(world.stamp.at, Cause::Undo(1))).unwrap();
    assert!(world.book.table(ON).is_empty());

    // Without a job title there is no role; and what is gone has no history.
    let kept = relations::former(&world.book, ada, acme, None, &mut world.stamp).unwrap();
    assert_eq!(kept.touches.len(), 1);
    let gone = relations::former(&world.book, ada, ada, None, &mut world.stamp);
    assert_eq!(gone, Err(Problem::Gone { on: RecordType::Organization, id: ada }));
}

#[test]
fn a_position_that_is_written_down_ends_instead_of_coming_twice() {
    let mut world = World::new();
    let (ada, acme) = (world.ada, world.acme);
    let held = world.role(keys::ORGANIZATION, acme, "Engineer");
    world.role(keys::ORGANIZATION, acme, "Fire warden");
    let kept =
        relations::former(&world.book, ada, acme, Some("engineer"), &mut world.stamp).unwrap();
    world.book.apply(kept).unwrap();
    assert_eq!(world.book.table(ON).len(), 2);
    assert_eq!(world.book.get(ON, held).unwrap().day(keys::UNTIL), Day::parse("2026-03-09"));
}

#[test]
fn roles_are_offered_by_how_many_have_them() {
    let mut world = World::new();
    world.role(keys::OTHER, world.grace, "Sister");
    world.role(keys::DEAL, world.deal, "Lead");
    world.role(keys::PROJECT, world.project, "Lead");
    assert_eq!(relations::roles(&world.book, 9), ["Lead", "Sister"]);
    assert_eq!(relations::roles(&world.book, 1), ["Lead"]);
}

#[test]
fn people_are_found_by_their_relations() {
    let mut world = World::new();
    world.role(keys::DEAL, world.deal, "Decision maker");
    world.role(keys::OTHER, world.grace, "Sister");
    assert_eq!(world.found(r#"relations count(role:"decision maker") >= 1"#), ["Ada"]);
    assert_eq!(world.found("relations count(has:role) >= 3"), Vec::<&str>::new());
    assert_eq!(world.found("relations(deal(name:website))"), ["Ada"]);
    assert_eq!(world.found("relations-other(role:sister)"), ["Grace"]);
    assert_eq!(world.found("relations-other(person(given:ada))"), ["Grace"]);
    let (to, key, way) = (ON, keys::OTHER, Way::Against);
    let name = relation::name_of(RecordType::Person, Relation { to, key, way });
    assert_eq!(name.as_deref(), Some("relations-other"));
}

#[test]
fn people_are_searched_by_their_roles() {
    let mut world = World::new();
    let on = RecordType::Person;
    let mut index = SearchIndex::default();
    let hits = |world: &World, index: &mut SearchIndex, word: &str| {
        let found = index.find(&world.book, on, &Words::new(word));
        found.iter().filter(|hit| **hit).count()
    };
    assert_eq!(hits(&world, &mut index, "sister"), 0);
    let (id, change) = world
        .ask(&[
            (keys::PERSON, Value::link(world.ada)),
            (keys::OTHER, Value::link(world.grace)),
            (keys::ROLE, Value::text("Sister")),
        ])
        .unwrap();
    let touched = world.book.apply(change).unwrap();
    index.follow(&world.book, on, &touched);
    assert_eq!(hits(&world, &mut index, "sister"), 1);
    let renamed = world.edit(id, &[(keys::ROLE, Value::text("Cousin"))]).unwrap();
    let touched = world.book.apply(renamed).unwrap();
    index.follow(&world.book, on, &touched);
    assert_eq!(hits(&world, &mut index, "sister"), 0);
    assert_eq!(hits(&world, &mut index, "cousin"), 1);
}

#[test]
fn whom_somebody_brought_is_counted_and_asked_for() {
    let mut world = World::new();
    let (on, ada, grace) = (RecordType::Person, world.ada, world.grace);
    let referrals = |world: &World, id| {
        let person = world.book.get(on, id).unwrap();
        field::read(&world.book, person, keys::REFERRALS).unwrap().into_owned()
    };
    let number = |text| Value::Number(Number::parse(text).unwrap());
    assert_eq!(referrals(&world, grace), number("0"));
    world.change(on, ada, keys::REFERRED_BY, Value::link(grace)).unwrap();
    assert_eq!((referrals(&world, grace), referrals(&world, ada)), (number("1"), number("0")));
    assert_eq!(connections::brought(&world.book, grace), [ada]);
    assert_eq!(world.found("referrals >= 1"), ["Grace"]);
    assert_eq!(world.found("people(given:ada)"), ["Grace"]);
    assert_eq!(world.found("referred-by(given:grace)"), ["Ada"]);

    let change = records::delete(&world.book, on, &[grace], &world.stamp).unwrap();
    world.book.apply(change.clone()).unwrap();
    assert_eq!(world.book.get(on, ada).unwrap().get(keys::REFERRED_BY), None);
    world.book.apply(change.inverse(world.stamp.at, Cause::Undo(1))).unwrap();
    assert_eq!(referrals(&world, grace), number("1"));
}

#[test]
fn nobody_brings_themselves() {
    let mut world = World::new();
    let (on, key, ada, grace) = (RecordType::Person, keys::REFERRED_BY, world.ada, world.grace);
    let fault = Fault::Oneself;
    let refused = world.change(on, ada, key, Value::link(ada));
    assert_eq!(refused, Err(Problem::Field { key, fault }));
    let entered = Entered { value: Some(Value::link(ada)), names: Vec::new() };
    let wish = Wish::Set(key, entered);
    let change = bulk::edit(&world.book, on, vec![ada, grace], &wish, world.stamp.clone()).unwrap();
    assert_eq!(change.label.count, 1);
    world.book.apply(change).unwrap();
    assert_eq!(world.book.get(on, ada).unwrap().get(key), None);
    assert_eq!(world.book.get(on, grace).unwrap().link(key), Some(ada));
}

#[test]
fn relations_travel_in_the_file() {
    let mut world = World::new();
    world.role(keys::OTHER, world.grace, "Sister");
    world
        .change(RecordType::Person, world.ada, keys::REFERRED_BY, Value::link(world.grace))
        .unwrap();
    let file: Vec<u8> = json::export(&world.book, world.stamp.at).flatten().collect();
    let contents = json::read(&file).unwrap();
    let read = contents.of(ON);
    assert_eq!(read.len(), 1);
    assert_eq!(read[0].fields, world.book.table(ON).iter().next().unwrap().1.fields);
}

impl World {
    /// A field of one's own that points to something.
    fn define(&mut self, on: RecordType, label: &str, kind: &str) -> Key {
        let definition =
            input(&[(keys::LABEL, Value::text(label)), (keys::FIELD_KIND, Value::text(kind))]);
        let (key, change) = fields::create(&self.book, on, &definition, &mut self.stamp).unwrap();
        self.book.apply(change).unwrap();
        own::enter(self.book.own());
        key
    }

    fn task(&mut self, name: &str) -> Id {
        let input = input(&[(keys::NAME, Value::text(name))]);
        let (id, change) =
            records::create(&self.book, RecordType::Task, &input, &mut self.stamp).unwrap();
        self.book.apply(change).unwrap();
        id
    }
}

#[test]
fn a_field_of_ones_own_points_to_whatever_has_a_name() {
    let mut world = World::new();
    let task = world.task("Call");
    let ends = [
        ("person", RecordType::Person, world.grace, "Grace", "given"),
        ("organization", RecordType::Organization, world.acme, "Acme", "name"),
        ("deal", RecordType::Deal, world.deal, "Website", "name"),
        ("project", RecordType::Project, world.project, "Move", "name"),
        ("task", RecordType::Task, task, "Call", "name"),
    ];
    let relations = choice::FIELD_KIND
        .iter()
        .filter(|kind| matches!(own::kind(kind, [].iter(), &[]), Some(Kind::Relation(_))));
    assert_eq!(relations.count(), ends.len());
    let (on, ada) = (RecordType::Person, world.ada);
    for (kind, to, end, name, by) in ends {
        let key = world.define(on, &format!("About {kind}"), kind);
        // What it points to has to be there, and of the type that it says.
        let other = if end == world.acme { world.grace } else { world.acme };
        let fault = Fault::Dangling(other);
        let refused = world.change(on, ada, key, Value::link(other));
        assert_eq!(refused, Err(Problem::Field { key, fault }));
        world.change(on, ada, key, Value::link(end)).unwrap();

        // Asked for, both ways.
        assert_eq!(world.found(&format!("x-about-{kind}({by}:{name})")), ["Ada"]);
        assert_eq!(world.found(&format!("x-about-{kind}:#{end}")), ["Ada"]);
        let relation = Relation { to: on, key, way: Way::Against };
        assert_eq!(relation::name_of(to, relation), Some(format!("people-x-about-{kind}")));

        // Searched for by the name, whatever it is by now.
        let mut index = SearchIndex::default();
        let hits = |world: &World, index: &mut SearchIndex, word: &str| {
            let found = index.find(&world.book, on, &Words::new(word));
            let at = world.book.table(on).slot(ada).unwrap() as usize;
            found.get(at).copied().unwrap_or_default()
        };
        assert!(hits(&world, &mut index, name));
        let renamed =
            input(&[(if by == "given" { keys::GIVEN } else { keys::NAME }, Value::text("Zyx"))]);
        let change =
            records::edit(&world.book, to, end, &Input::new(), &renamed, &world.stamp).unwrap();
        let undo = change.clone().inverse(world.stamp.at, Cause::Undo(1));
        let touched = world.book.apply(change).unwrap();
        index.follow(&world.book, on, &touched);
        assert!(hits(&world, &mut index, "zyx"));
        world.book.apply(undo).unwrap();

        // Seen from the other end.
        let pointing = connections::pointing(&world.book, to, end);
        let told: Vec<_> = pointing.iter().map(|(field, ids)| (field.name, ids.clone())).collect();
        assert_eq!(told, [(key.name(), vec![ada])]);

        // It goes with what it points to, and comes back with it.
        let deleted = records::delete(&world.book, to, &[end], &world.stamp).unwrap();
        let undo = deleted.clone().inverse(world.stamp.at, Cause::Undo(1));
        world.book.apply(deleted).unwrap();
        assert_eq!(world.book.get(on, ada).unwrap().get(key), None);
        assert!(connections::pointing(&world.book, to, end).is_empty());
        world.book.apply(undo).unwrap();
        assert_eq!(world.book.get(on, ada).unwrap().link(key), Some(end));
    }

    // All of it travels in the file.
    let file: Vec<u8> = json::export(&world.book, world.stamp.at).flatten().collect();
    let contents = json::read(&file).unwrap();
    let read = contents.of(on).iter().find(|person| person.id == ada).unwrap();
    assert_eq!(read.fields, world.book.get(on, ada).unwrap().fields);
}

#[test]
fn many_records_point_to_one_that_is_made_with_them() {
    let mut world = World::new();
    for (kind, to) in [("project", RecordType::Project), ("task", RecordType::Task)] {
        let key = world.define(RecordType::Person, kind, kind);
        let entered = Entered { value: None, names: vec!["Fair".into()] };
        let ids = vec![world.ada, world.grace];
        let wish = Wish::Set(key, entered);
        let change =
            bulk::edit(&world.book, RecordType::Person, ids, &wish, world.stamp.clone()).unwrap();
        world.book.apply(change).unwrap();
        let fairs = world.book.table(to).iter();
        let fairs: Vec<Id> = fairs
            .filter(|(_, it)| it.text(keys::NAME) == Some("Fair"))
            .map(|(_, it)| it.id)
            .collect();
        assert_eq!(fairs.len(), 1);
        assert_eq!(world.book.linked_count(RecordType::Person, key, fairs[0]), 2);
        world.stamp = Stamp::new(world.stamp.at, [9; 10]);
    }
}

#[test]
fn what_a_filter_means_does_not_hang_on_other_fields() {
    let mut world = World::new();
    let first = world.define(RecordType::Organization, "Owner", "person");
    let against = |key| Relation { to: RecordType::Organization, key, way: Way::Against };
    let named = |name: &str| relation::named(RecordType::Person, name);
    assert_eq!(named("organizations-x-owner"), Some(against(first)));
    // As earlier versions wrote it.
    assert_eq!(named("organizations"), Some(against(first)));
    world.define(RecordType::Organization, "Auditor", "person");
    assert_eq!(named("organizations"), Some(against(first)));
    // Where a built-in field leads from there, it has the plain name.
    world.define(RecordType::Project, "Sponsor", "person");
    assert_eq!(named("projects").map(|it| it.key), Some(keys::PERSON));
    assert!(named("projects-x-sponsor").is_some());
}

#[test]
fn a_list_stands_in_the_order_of_what_its_records_point_to() {
    let mut world = World::new();
    let (on, call) = (RecordType::Person, world.task("Call"));
    let key = world.define(on, "Next", "task");
    let wait = world.task("Wait");
    world.change(on, world.ada, key, Value::link(wait)).unwrap();
    world.change(on, world.grace, key, Value::link(call)).unwrap();
    let order = Order::new(&world.book, on, key, &ByCodePoint);
    let people = |order: &Order| -> Vec<Id> {
        let table = world.book.table(on);
        order.slots(false).filter_map(|slot| Some(table.at(slot)?.id)).collect()
    };
    assert_eq!(people(&order), [world.grace, world.ada]);
    // Another name there is another order here.
    let name = input(&[(keys::NAME, Value::text("Answer"))]);
    let task = RecordType::Task;
    let renamed = records::edit(&world.book, task, wait, &Input::new(), &name, &world.stamp);
    let touched = world.book.clone().apply(renamed.unwrap()).unwrap();
    assert!(order.is_outdated_by(&touched));
}
