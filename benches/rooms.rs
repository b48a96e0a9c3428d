//! The rooms that need no browser, at work on 100,000 demo people; what needs a browser is measured by
//! `run.mjs`. `RAPPORT_BENCH_PEOPLE` takes another number of people.

#[cfg(not(target_arch = "wasm32"))]
#[expect(clippy::expect_used, reason = "a measurement that cannot be made stops with the reason")]
mod rooms {
    use std::{env, hint::black_box, sync::Arc, time::Duration};

    use criterion::{BatchSize, Criterion};
    use rapport::{
        demo,
        domain::{
            book::Book,
            change::{Action, Cause, Change, Label, Step, Touch},
            edit::{
                Making,
                bulk::{self, Wish},
                interactions, named,
                records::Input,
            },
            field::keys,
            id::{Id, RecordType},
            record::Fields,
            stamp::Stamp,
            value::{Value, address::Address, money::Currency, number::Number, time::Time},
        },
        query::{
            Query,
            ask::{
                Asked, Columns, Past, Texts, in_order,
                when::{Today, Zone},
            },
            rank::{self, Names},
            run,
            search::{SearchIndex, Words},
            sort::{ByCodePoint, Order},
            text::{self, Canonical},
        },
        storage::{
            Area, Durability, Store, StoreKey, journal,
            memory::Memory,
            pages::{self, PageRef},
            read_all,
        },
        transfer::{
            csv::{self, Mapped, Mended},
            incoming::{How, Import, Source},
            json,
        },
    };

    const SEED: u64 = 1;

    fn now() -> Time {
        Time::from_millis(1_767_225_600_000)
    }

    fn people() -> u32 {
        env::var("RAPPORT_BENCH_PEOPLE")
            .ok()
            .and_then(|words| words.parse().ok())
            .unwrap_or(100_000)
    }

    fn book() -> Book {
        let mut book = Book::default();
        for change in demo::seeded(SEED, people(), now()) {
            book.apply(change).expect("the demo fits an empty book");
        }
        book
    }

    pub(super) fn all() {
        let mut criterion = Criterion::default()
            .sample_size(10)
            .warm_up_time(Duration::from_millis(500))
            .measurement_time(Duration::from_secs(2))
            .without_plots()
            .configure_from_args();
        let book = book();
        demos(&mut criterion);
        files(&mut criterion, &book);
        journals(&mut criterion);
        checkpoints(&mut criterion, &book);
        lists(&mut criterion, &book);
        figures(&mut criterion, &book);
        palette(&mut criterion, &book);
        spreadsheets(&mut criterion, &book);
        changes(&mut criterion, book);
        criterion.final_summary();
    }

    fn demos(criterion: &mut Criterion) {
        criterion.bench_function("generate the demo", |bencher| {
            bencher.iter(|| {
                demo::seeded(SEED, people(), now()).map(|it| it.touches.len()).sum::<usize>()
            });
        });
    }

    fn files(criterion: &mut Criterion, book: &Book) {
        criterion.bench_function("write the JSON file", |bencher| {
            bencher.iter(|| json::export(book, now()).map(|piece| piece.len()).sum::<usize>());
        });
        let file: Vec<u8> = json::export(book, now()).flatten().collect();
        criterion.bench_function("read the JSON file", |bencher| {
            bencher.iter_with_large_drop(|| json::read(&file).expect("our own file"));
        });
    }

    fn journals(criterion: &mut Criterion) {
        let change = demo::seeded(SEED, people(), now()).nth(1).expect("two steps of the demo");
        let encode = || journal::encode(1, 0, &change).expect("an entry");
        let store = |encoded: &journal::Encoded| {
            let memory = Memory::default();
            let mut batch = memory.batch();
            encoded.add_to(&mut batch);
            pollster::block_on(memory.commit(batch, Durability::Strict)).expect("memory takes it");
            memory
        };
        criterion.bench_function("journal, write an entry of 5,000 records", |bencher| {
            bencher.iter_with_large_drop(|| store(&encode()));
        });
        let memory = store(&encode());
        let read = |area| {
            pollster::block_on(read_all(&memory, area, StoreKey::FIRST, StoreKey::LAST))
                .expect("memory gives it back")
        };
        let (firsts, others) = (read(Area::Journal), read(Area::JournalParts));
        let (key, first) = firsts.first().expect("an entry has a first part");
        criterion.bench_function("journal, read an entry of 5,000 records", |bencher| {
            bencher
                .iter_with_large_drop(|| journal::decode(*key, first, &others).expect("an entry"));
        });
    }

    fn checkpoints(criterion: &mut Criterion, book: &Book) {
        let on = RecordType::Person;
        let write = || {
            let memory = Memory::default();
            let mut batch = memory.batch();
            let refs: Vec<PageRef> = (0..book.table(on).pages())
                .map(|page| pages::write(book, (on, page), 1, &mut batch).expect("a page"))
                .collect();
            (memory, batch, refs)
        };
        criterion.bench_function("write the pages of all people", |bencher| {
            bencher.iter_with_large_drop(write);
        });
        let (memory, batch, refs) = write();
        pollster::block_on(memory.commit(batch, Durability::Relaxed)).expect("memory takes it");
        let values =
            pollster::block_on(read_all(&memory, Area::Pages, StoreKey::FIRST, StoreKey::LAST))
                .expect("memory gives it back");
        criterion.bench_function("read the pages of all people", |bencher| {
            bencher.iter_with_large_drop(|| {
                let parts = values.chunk_by(|(a, _), (b, _)| a.0 == b.0);
                let read = refs.iter().zip(parts).map(|(it, parts)| pages::read(*it, parts));
                read.collect::<Result<Vec<_>, _>>().expect("pages")
            });
        });
    }

    /// What a keystroke in the palette costs: plenty of hits, hits in full, and none without slips.
    fn palette(criterion: &mut Criterion, book: &Book) {
        let on = RecordType::Person;
        criterion.bench_function("palette, fold all names", |bencher| {
            bencher.iter_with_large_drop(|| {
                let mut names = Names::new(on);
                names.renew_some(book, usize::MAX);
                names
            });
        });
        let mut names = Names::new(on);
        for typed in ["a", "anna", "bratholomew", "mriaa gomze", "شیش"] {
            let asked = rank::Asked::new(typed);
            criterion.bench_function(&format!("palette, find '{typed}'"), |bencher| {
                bencher.iter(|| names.nearest(book, &asked, 6));
            });
        }
    }

    fn lists(criterion: &mut Criterion, book: &Book) {
        let on = RecordType::Person;
        criterion.bench_function("search, fold all text", |bencher| {
            bencher.iter_with_large_drop(|| {
                let mut index = SearchIndex::default();
                index.renew_some(book, on, usize::MAX);
                index
            });
        });
        let mut index = SearchIndex::default();
        for search in ["a", "anna", "anna example"] {
            let words = Words::new(search);
            criterion.bench_function(&format!("search, find '{search}'"), |bencher| {
                bencher.iter(|| {
                    // Or the answer would be the one that is kept.
                    index.touch(0);
                    index.find(book, on, &words)
                });
            });
        }
        criterion.bench_function("sort by name, by code point", |bencher| {
            bencher.iter_with_large_drop(|| Order::new(book, on, keys::DISPLAY_NAME, &ByCodePoint));
        });
        let order = Order::new(book, on, keys::DISPLAY_NAME, &ByCodePoint);
        let tag = book.table(RecordType::Tag).iter().next().map(|(_, tag)| tag.id);
        let query = Query { search: "an".into(), ..Query::default() };
        criterion.bench_function("search, in order", |bencher| {
            bencher.iter(|| run(book, on, &query, None, &mut index, &order));
        });
        let today = Today { now: now(), zone: Zone::fixed(0), first_weekday: 1, fiscal_start: 1 };
        let (past, mut texts) = (Past::default(), Texts::from([(on, index)]));
        let tag = tag.map(|tag| format!("tags:#{tag} ")).unwrap_or_default();
        for (name, filter) in [
            (
                "filter by four conditions, in order",
                format!("{tag}lifecycle:customer has:emails created > 2000-01-01"),
            ),
            ("filter by the records of a relation", "organization(industry:food)".to_owned()),
            ("filter by counted notes", "interactions count(body:call) >= 2".to_owned()),
            ("filter by similar names", "family ~1 Nowak".to_owned()),
        ] {
            let group = text::parse(&filter, on, &Canonical).group;
            criterion.bench_function(name, |bencher| {
                bencher.iter(|| {
                    let found = Asked::new(book, &today, &mut texts, &past).find(&group, on);
                    in_order(order.slots(false), &found)
                });
            });
        }
    }

    /// How many interactions there are for each person where it is told how a new one is followed.
    const EACH: u32 = 10;

    /// A book in which much has happened with everybody.
    fn busy(book: &Book) -> Book {
        let mut busy = book.clone();
        let mut stamp = Stamp::new(now(), [2; 10]);
        let activities = ["call", "purchase", "email", "ticket", "note"];
        let people: Vec<Id> =
            book.table(RecordType::Person).iter().map(|(_, person)| person.id).collect();
        for (nth, activity) in (0..EACH).zip(activities.into_iter().cycle()) {
            let at = Time::from_millis(now().millis() - i64::from(nth) * 86_400_000);
            let event = |id: &Id| {
                let amount = Number::from_ten_thousandths(i64::from(nth) * 1_000_000);
                let amount = amount.filter(|_| activity == "purchase");
                let fields = Fields::default()
                    .with(keys::ACTIVITY, Value::text(activity))
                    .with(keys::HAPPENED, Value::Time(at))
                    .with(keys::PERSON, Value::link(*id))
                    .with(keys::BODY, Value::text("Asked for samples of the new range."))
                    .with(keys::AMOUNT, amount.map(|it| Value::Money(it, Currency::USUAL)));
                let step = Step::Create(fields);
                Touch { on: RecordType::Interaction, id: stamp.id(), step }
            };
            let touches = people.iter().map(event).collect();
            let label = Label {
                action: Action::Create,
                on: RecordType::Interaction,
                name: "".into(),
                count: 0,
            };
            let change = Change { at: now(), cause: Cause::Edit, label, touches };
            busy.apply(change).expect("new records fit");
        }
        busy
    }

    /// From one more interaction to a list of people that is filtered by one figure and in order of another.
    fn figures(criterion: &mut Criterion, book: &Book) {
        let on = RecordType::Person;
        let mut book = busy(book);
        let people: Vec<Id> = book.table(on).iter().map(|(_, person)| person.id).collect();
        let today = Today { now: now(), zone: Zone::fixed(0), first_weekday: 1, fiscal_start: 1 };
        let (past, mut texts, mut columns) =
            (Past::default(), Texts::default(), Columns::default());
        let group = text::parse("total-spent >= 100 contact-count >= 2", on, &Canonical).group;
        let mut stamp = Stamp::new(now(), [3; 10]);
        let mut order = Order::new(&book, on, keys::LAST_CONTACT, &ByCodePoint);
        let mut turn = people.iter().cycle();
        let input = Input::from([(keys::ACTIVITY, Some(Value::text("call")))]);
        criterion.bench_function("figures, follow one interaction more", |bencher| {
            bencher.iter(|| {
                let person = *turn.next().expect("somebody");
                let change =
                    interactions::log(&book, on, person, &input, &named::Names::new(), &mut stamp);
                let touched = book.apply(change.expect("a change")).expect("it fits");
                columns.follow(&touched);
                let moved: Vec<_> = touched.slots(on).collect();
                assert!(order.is_moved_by(&touched) && !order.is_outdated_by(&touched));
                order.renew(&book, &moved, &ByCodePoint);
                let asked = Asked::new(&book, &today, &mut texts, &past);
                let found = asked.with(&mut columns).find(&group, on);
                in_order(order.slots(false), &found)
            });
        });
        criterion.bench_function("figures, put in order by one for the first time", |bencher| {
            bencher.iter_with_large_drop(|| Order::new(&book, on, keys::TOTAL_SPENT, &ByCodePoint));
        });
    }

    /// A file of the columns that the browser's benchmark brings in, on its way into an empty book and into one that
    /// has them all.
    fn spreadsheets(criterion: &mut Criterion, book: &Book) {
        let file = csv_of(book);
        criterion.bench_function("CSV, read into a table", |bencher| {
            bencher.iter_batched(
                || file.clone(),
                |file| csv::read(file, None).expect("a table"),
                BatchSize::LargeInput,
            );
        });
        let table = csv::read(file, None).expect("a table");
        criterion.bench_function("CSV, guess its columns", |bencher| {
            bencher.iter(|| csv::guess(&table));
        });
        let mapping = csv::guess(&table);
        let source: Arc<dyn Source> =
            Arc::new(Mapped::new(Arc::new(table), mapping, Mended::new()));
        criterion.bench_function("CSV, rows into records", |bencher| {
            bencher.iter(|| (0..source.rows()).map(|row| source.row(row).line).max());
        });
        let compared = |book: &Book| {
            let stamp = Stamp::new(now(), [1; 10]);
            let mut import = Import::new(book, source.clone(), How::default(), "a.csv", stamp);
            while !import.is_compared() {
                import.go_on(book);
            }
            Box::new(import)
        };
        let made = |mut import: Box<Import>, book: &Book| {
            while let (done, of) = import.go_on(book)
                && done < of
            {}
            import.finish()
        };
        let empty = Book::default();
        criterion.bench_function("CSV, compare with an empty book", |bencher| {
            bencher.iter_with_large_drop(|| compared(&empty));
        });
        criterion.bench_function("CSV, make the change", |bencher| {
            bencher.iter_batched(
                || compared(&empty),
                |import| made(import, &empty),
                BatchSize::PerIteration,
            );
        });
        let change = made(compared(&empty), &empty);
        criterion.bench_function("CSV, write the entry of the journal", |bencher| {
            bencher.iter_with_large_drop(|| journal::encode(1, 0, &change).expect("an entry"));
        });
        criterion.bench_function("CSV, check and apply the change", |bencher| {
            bencher.iter_batched(
                || (Book::default(), change.clone()),
                |(mut book, change)| {
                    book.apply(change).expect("it fits");
                    book
                },
                BatchSize::PerIteration,
            );
        });
        let mut full = empty.clone();
        full.apply(change).expect("it fits");
        criterion.bench_function("CSV, compare with a book that has all of it", |bencher| {
            bencher.iter_with_large_drop(|| compared(&full));
        });
    }

    /// The columns of `people.mjs`.
    fn csv_of(book: &Book) -> String {
        let mut file = String::from(
            "First name,Last name,Company,Job title,Email,Second email,Phone,Street,City,Postcode,\
             Country,Birthday,Lifecycle,Tags\r\n",
        );
        let named = |on, id| book.get(on, id).and_then(|it| it.text(keys::NAME));
        for (_, person) in book.table(RecordType::Person).iter() {
            let text = |key| person.text(key).unwrap_or_default();
            let listed =
                |key, nth: usize| person.labelled(key).get(nth).map_or("", |item| &item.value);
            let address = person.addresses(keys::ADDRESSES).first();
            let part = |part: fn(&Address) -> &str| address.map_or("", part);
            let company = person.link(keys::ORGANIZATION);
            let company = company.and_then(|id| named(RecordType::Organization, id));
            let tags = person.links(keys::TAGS).iter();
            let tags: Vec<_> = tags.filter_map(|id| named(RecordType::Tag, *id)).collect();
            let birthday = person.day(keys::BIRTHDAY).map(|day| day.to_string());
            let cells = [
                text(keys::GIVEN),
                text(keys::FAMILY),
                company.unwrap_or_default(),
                text(keys::JOB_TITLE),
                listed(keys::EMAILS, 0),
                listed(keys::EMAILS, 1),
                listed(keys::PHONES, 0),
                part(|it| &it.street),
                part(|it| &it.city),
                part(|it| &it.postcode),
                part(|it| &it.country),
                birthday.as_deref().unwrap_or_default(),
                text(keys::LIFECYCLE),
                &tags.join("; "),
            ];
            let quoted = cells.map(|cell| {
                if cell.contains(['"', ',', '\n', '\r']) {
                    format!("\"{}\"", cell.replace('"', "\"\""))
                } else {
                    cell.to_owned()
                }
            });
            file.push_str(&quoted.join(","));
            file.push_str("\r\n");
        }
        file
    }

    fn changes(criterion: &mut Criterion, mut book: Book) {
        let on = RecordType::Person;
        let ids: Vec<Id> = book.table(on).iter().map(|(_, it)| it.id).take(10_000).collect();
        let stamp = Stamp::new(now(), [1; 10]);
        let wish = Wish::add_tag("Measured");
        criterion.bench_function("tag 10,000, the edit alone", |bencher| {
            bencher.iter_with_large_drop(|| {
                bulk::edit(&book, on, ids.clone(), &wish, stamp.clone()).expect("a change")
            });
        });
        let change = bulk::edit(&book, on, ids, &wish, stamp).expect("a change");
        let both =
            || -> [Change; 2] { [change.clone(), change.clone().inverse(now(), Cause::Edit)] };
        criterion.bench_function("tag 10,000, apply and take back", |bencher| {
            bencher.iter_batched(
                both,
                |both| {
                    for change in both {
                        black_box(book.apply(change)).expect("it fits");
                    }
                },
                BatchSize::PerIteration,
            );
        });
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    rooms::all();
}

#[cfg(target_arch = "wasm32")]
fn main() {}
