//! Guessing which column is what: from its name, in several languages and the layouts of well-known
//! programs, then from what stands in it.

use super::{
    mapping::{Column, Mapping, Target, has_days, has_numbers, takes_cells},
    table::Table,
};
use crate::{
    domain::{
        field::{self, Field, keys, own},
        fold::fold,
        id::RecordType,
        key::Key,
        value::{email, link, phone},
    },
    transfer::incoming::{self, DayOrder, Decimal, Part, Written},
};

/// Guesses a mapping. What nobody finds a field for is kept in notes rather than lost.
pub fn guess(table: &Table) -> Mapping {
    let names: Vec<String> = table.header.iter().map(|name| plain(name)).collect();
    let layout = Layout::of(&names);
    let is_itself = |name: &String| called(name, RecordType::Organization) == Some(ITSELF);
    let on =
        if names.iter().any(is_itself) { RecordType::Organization } else { RecordType::Person };
    let targets = names.iter().enumerate().map(|(at, name)| {
        let by_name = layout.target(name).or_else(|| called(name, on)).unwrap_or(Target::Keep);
        by_content(table, at, by_name)
    });
    let mut targets: Vec<Target> = targets.collect();
    resolve_names(&names, &mut targets);
    let columns =
        targets.into_iter().zip(&table.header).enumerate().map(|(at, (target, header))| {
            let mut written = written(table, at, &target);
            if has_days(&target) && written.days == DayOrder::Unknown {
                written.days = layout.days();
            }
            Column { header: header.clone(), target, written, joins: false }
        });
    Mapping { columns: columns.collect(), fixed: Vec::new() }
}

/// How the cells of a column are written that goes there, as far as they tell.
pub fn written(table: &Table, column: usize, target: &Target) -> Written {
    let cells = || sample(table, column);
    let days = if has_days(target) { incoming::order(cells()) } else { DayOrder::Unknown };
    let decimal = match has_numbers(target).then(|| incoming::decimal(cells())) {
        // A comma that parts the cells is hardly one before decimals, and the other way round.
        Some(Decimal::Unknown) if table.delimiter == ',' => Decimal::Point,
        Some(Decimal::Unknown) if table.delimiter == ';' => Decimal::Comma,
        decimal => decimal.unwrap_or_default(),
    };
    Written { days, decimal }
}

/// A name of a column without case, accents and punctuation.
fn plain(name: &str) -> String {
    fold(&name.replace(['\'', '’', '_', '-', '.', '/', ':', '(', ')', '*', '#', '\u{200c}'], " "))
        .replace("e mail", "email")
}

/// The row tells of the organization of this name.
const ITSELF: Target = Target::Field(keys::NAME);

/// What a column of this name holds, in a table of such records.
pub(super) fn by_name(name: &str, on: RecordType) -> Option<Target> {
    called(&plain(name), on)
}

/// Exports that are recognized as a whole.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Layout {
    Google,
    Outlook,
    Other,
}

impl Layout {
    fn of(names: &[String]) -> Self {
        let has = |name: &str| names.iter().any(|other| other == name);
        if has("file as") && names.iter().any(|name| name.ends_with(" value")) {
            Self::Google
        } else if has("business street") && has("email address") {
            Self::Outlook
        } else {
            Self::Other
        }
    }

    /// Outlook writes days as Windows is set up to, which for English is mostly the American way.
    fn days(self) -> DayOrder {
        if self == Self::Outlook { DayOrder::MonthFirst } else { DayOrder::Unknown }
    }

    fn target(self, name: &str) -> Option<Target> {
        match self {
            Self::Google => google(name),
            Self::Outlook if name == "title" => Some(Target::Field(keys::PREFIX)),
            _ => None,
        }
    }
}

/// `email 1 value`, `address 1 postal code`, `phonetic first name`.
fn google(name: &str) -> Option<Target> {
    let is_left_out = name.starts_with("phonetic ") || ["file as", "photo"].contains(&name);
    if is_left_out { Some(Target::Skip) } else { numbered(name) }
}

/// Parts of lists, as Google and our own export call them.
fn numbered(name: &str) -> Option<Target> {
    let (kind, rest) = name.split_once(' ')?;
    let (group, what) = rest.split_once(' ')?;
    let group: u8 = group.parse().ok()?;
    let label = Box::default;
    let part = |part| Target::Address { group, label: label(), part };
    Some(match (kind, what) {
        ("email" | "phone" | "website", "label" | "type") => Target::Label,
        ("email", "value") => Target::Email { label: label() },
        ("phone", "value") => Target::Phone { label: label() },
        ("website", "value") => Target::Link { label: label() },
        ("address", "label" | "type") => part(Part::Label),
        ("address", "formatted") => part(Part::Whole),
        ("address", "street") => part(Part::Street),
        ("address", "po box" | "extended address") => part(Part::More),
        ("address", "city") => part(Part::City),
        ("address", "region") => part(Part::Region),
        ("address", "postal code") => part(Part::Postcode),
        ("address", "country") => part(Part::Country),
        ("organization", "name") => Target::Organization,
        ("organization", "title") => Target::Field(keys::JOB_TITLE),
        ("organization", "department") => Target::Field(keys::DEPARTMENT),
        _ => return None,
    })
}

/// A target holds boxes, which a constant cannot.
type MakeTarget = fn() -> Target;

/// Names of columns, one target a line. Folded, as [`plain`] gives them.
const NAMES: [(&str, MakeTarget); 24] = [
    ("name of the organization", || ITSELF),
    (
        "name,full name,fullname,contact,contact name,display name,imie i nazwisko,nom complet,\
         nombre completo,vollstandiger name,نام و نام خانوادگی,ho va ten,ho ten,ชื่อ นามสกุล",
        || Target::FullName,
    ),
    (
        "first name,firstname,given name,given,first,forename,vorname,imie,prenom,nombre,نام,ten,ชื่อ",
        || Target::Field(keys::GIVEN),
    ),
    ("middle name,middle,additional name,second name,drugie imie", || Target::Field(keys::MIDDLE)),
    (
        "last name,lastname,surname,family name,family,last,nachname,familienname,nazwisko,\
         nom de famille,nom,apellido,apellidos,نام خانوادگی,ho,นามสกุล",
        || Target::Field(keys::FAMILY),
    ),
    ("prefix,name prefix,salutation,anrede,tytul", || Target::Field(keys::PREFIX)),
    ("suffix,name suffix", || Target::Field(keys::SUFFIX)),
    ("nickname,nick,spitzname,przezwisko,ชื่อเล่น", || {
        Target::Field(keys::NICKNAME)
    }),
    (
        "company,company name,organization,organisation,organization name,employer,account,account name,\
         associated company,firma,unternehmen,entreprise,societe,empresa,شرکت,cong ty,บริษัท",
        || Target::Organization,
    ),
    (
        "title,job title,jobtitle,position,role,organization title,stanowisko,beruf,funktion,poste,\
         fonction,cargo,puesto,سمت,chuc vu,ตำแหน่ง",
        || Target::Field(keys::JOB_TITLE),
    ),
    ("department,organization department,abteilung,dzial,service,departamento", || {
        Target::Field(keys::DEPARTMENT)
    }),
    (
        "birthday,birthdate,birth date,date of birth,dob,born,urodziny,data urodzenia,geburtstag,\
         geburtsdatum,date de naissance,fecha de nacimiento,cumpleanos,تاریخ تولد,ngay sinh,วันเกิด",
        || Target::Field(keys::BIRTHDAY),
    ),
    (
        "tags,tag,labels,label,categories,category,groups,group,group membership,etykiety,tagi,kategorie,\
         schlagworte,etiquettes,etiquetas,برچسب,برچسب ها,nhan,ป้ายกำกับ",
        || Target::Tags,
    ),
    (
        "notes,note,comment,comments,remarks,notatki,notatka,uwagi,notizen,notiz,bemerkung,bemerkungen,\
         remarques,notas,observaciones,یادداشت,توضیحات,ghi chu,หมายเหตุ",
        || Target::Note,
    ),
    (
        "last modified,last modified date,modified,modified on,modified time,last updated,updated,\
         updated at,zmodyfikowano,geandert,modifie",
        || Target::Changed,
    ),
    ("lifecycle stage,lifecycle,stage", || Target::Field(keys::LIFECYCLE)),
    ("lead status", || Target::Field(keys::LEAD_STATUS)),
    ("lead source,source,original source,zrodlo,quelle,origen", || {
        Target::Field(keys::LEAD_SOURCE)
    }),
    (
        "referred by,referrer,brought by,introduced by,empfohlen von,polecony przez,polecona przez,\
         recommande par,recomendado por,معرف",
        || Target::Field(keys::REFERRED_BY),
    ),
    ("hobby,hobbies", || Target::Field(keys::HOBBIES)),
    ("kids,number of children,dzieci,kinder", || Target::Field(keys::CHILDREN)),
    ("location,ort des kontakts,lokalizacja", || Target::Field(keys::LOCATION)),
    ("language,jezyk,sprache,langue,idioma,زبان,ngon ngu,ภาษา", || {
        Target::Field(keys::LANGUAGE)
    }),
    ("im address,imaddress,office location", || Target::Keep),
];

/// By a name as [`plain`] gives it.
fn called(name: &str, on: RecordType) -> Option<Target> {
    if let Some(target) = numbered(name) {
        return Some(target);
    }
    // Our own export says so of what nobody can bring in again, whatever signs its name is.
    if name == "read only" || name.ends_with(" read only") {
        return Some(Target::Skip);
    }
    // What a person calls their own is meant, whatever else is called so.
    let built_in = name.strip_suffix(" built in");
    if built_in.is_none()
        && let Some(field) = owned(name, on)
    {
        return Some(Target::Field(field.key()));
    }
    let name = built_in.unwrap_or(name);
    let listed = NAMES.iter().find(|(names, _)| names.split(',').any(|other| other == name));
    if let Some((_, target)) = listed {
        return Some(target());
    }
    // As Pipedrive has it: "Person - Name".
    let of_person = || called(name.strip_prefix("person ")?, on);
    address(name).or_else(of_person).or_else(|| reach(name)).or_else(|| catalogued(name, on))
}

/// The field of one's own that is called so, or has this name in files.
fn owned(name: &str, on: RecordType) -> Option<&'static Field> {
    let fields = own::open().fields_of(on).into_iter().filter(|field| takes_cells(field));
    let is_called_so = |field: &&Field| {
        field.own.as_ref().is_some_and(|own| plain(&own.label) == name || plain(field.name) == name)
    };
    fields.into_iter().find(is_called_so)
}

/// `business city`, `zip`, `home country region`.
fn address(name: &str) -> Option<Target> {
    const PLACES: [(&str, u8, &str); 7] = [
        ("mailing ", 4, ""),
        ("business ", 1, "work"),
        ("work ", 1, "work"),
        ("company ", 1, "work"),
        ("home ", 2, "home"),
        ("other ", 3, "other"),
        ("", 0, ""),
    ];
    const PARTS: [(&str, Part); 6] = [
        (
            "street,street address,address,address 1,address line 1,ulica,adres,strasse,adresse,anschrift,\
             rue,calle,direccion,آدرس,نشانی,dia chi,ที่อยู่",
            Part::Street,
        ),
        ("address 2,address line 2,street 2,street 3,po box,adres 2", Part::More),
        ("city,town,miasto,miejscowosc,stadt,ort,ville,ciudad,شهر,thanh pho,เมือง", Part::City),
        (
            "state,region,province,state province,county,state region,wojewodztwo,bundesland,provincia,استان,tinh,จังหวัด",
            Part::Region,
        ),
        (
            "zip,zip code,zipcode,postcode,post code,postal code,zip postal code,plz,postleitzahl,\
             kod pocztowy,kod,code postal,codigo postal,کد پستی,ma buu chinh,รหัสไปรษณีย์",
            Part::Postcode,
        ),
        ("country,country region,land,kraj,pays,pais,کشور,quoc gia,ประเทศ", Part::Country),
    ];
    PLACES.iter().find_map(|(place, group, label)| {
        let rest = name.strip_prefix(place)?;
        let (_, part) =
            PARTS.iter().find(|(names, _)| names.split(',').any(|other| other == rest))?;
        Some(Target::Address { group: *group, label: (*label).into(), part: *part })
    })
}

/// E-mails, phones and links: the name holds a word for it, and perhaps one for which.
fn reach(name: &str) -> Option<Target> {
    const EMAIL: [&str; 7] =
        ["email", "mail", "correo", "courriel", "ایمیل", "thu dien tu", "อีเมล"];
    const PHONE: [&str; 22] = [
        "phone",
        "tel",
        "telephone",
        "telefon",
        "telefono",
        "mobile",
        "mobil",
        "cell",
        "cellphone",
        "handy",
        "gsm",
        "komorka",
        "komorkowy",
        "fax",
        "faks",
        "pager",
        "telex",
        "callback",
        "تلفن",
        "موبایل",
        "dien thoai",
        "โทรศัพท์",
    ];
    const LINK: [&str; 13] = [
        "url",
        "website",
        "site",
        "web",
        "homepage",
        "www",
        "linkedin",
        "facebook",
        "instagram",
        "twitter",
        "github",
        "xing",
        "mastodon",
    ];
    const LABELS: [(&str, &str); 20] = [
        ("mobile", "mobile"),
        ("mobil", "mobile"),
        ("cell", "mobile"),
        ("cellphone", "mobile"),
        ("handy", "mobile"),
        ("gsm", "mobile"),
        ("komorka", "mobile"),
        ("komorkowy", "mobile"),
        ("موبایل", "mobile"),
        ("car", "mobile"),
        ("fax", "fax"),
        ("faks", "fax"),
        ("main", "main"),
        ("primary", "main"),
        ("work", "work"),
        ("business", "work"),
        ("company", "work"),
        ("home", "home"),
        ("private", "home"),
        ("other", "other"),
    ];
    const NETWORKS: [&str; 7] =
        ["linkedin", "facebook", "instagram", "twitter", "github", "xing", "mastodon"];
    // `assistant's phone` is somebody else's, `email opt out` no address.
    const ELSEWISE: [&str; 10] = [
        "assistant s",
        "manager s",
        "opt",
        "status",
        "type",
        "count",
        "clicks",
        "sent",
        "quality",
        "id",
    ];
    let words: Vec<&str> = name.split(' ').collect();
    let has = |list: &[&'static str]| {
        let is_in =
            |one: &&str| if one.contains(' ') { name.contains(one) } else { words.contains(one) };
        list.iter().find(|one| is_in(one)).copied()
    };
    if has(&ELSEWISE).is_some() {
        return None;
    }
    let label = LABELS.iter().find(|(word, _)| words.contains(word)).map_or("", |(_, label)| label);
    let label = Box::from(label);
    if has(&EMAIL).is_some() {
        Some(Target::Email { label })
    } else if has(&PHONE).is_some() {
        Some(Target::Phone { label })
    } else if has(&LINK).is_some() {
        Some(Target::Link { label: has(&NETWORKS).map_or(label, Into::into) })
    } else {
        None
    }
}

/// A field of the catalogue by its own name.
fn catalogued(name: &str, on: RecordType) -> Option<Target> {
    let slug = name.replace(' ', "-");
    let field = field::fields_of(on).find(|field| field.name == slug)?;
    takes_cells(field).then(|| Target::Field(field.key()))
}

/// What the cells say where the name says nothing, or something else.
fn by_content(table: &Table, column: usize, guessed: Target) -> Target {
    let (mut filled, mut emails, mut phones, mut links) = (0_usize, 0, 0, 0);
    for cell in sample(table, column) {
        filled += 1;
        emails += usize::from(email::parse(cell).is_some());
        phones += usize::from(is_phone(cell));
        links += usize::from(cell.starts_with("http") && link::parse(cell).is_some());
    }
    let most = |count: usize| filled > 0 && count * 5 >= filled * 4;
    let is_open = matches!(guessed, Target::Keep | Target::FullName | Target::Label);
    let label = Box::default;
    match guessed {
        Target::Email { .. } | Target::Phone { .. } | Target::Link { .. } if is_open => guessed,
        Target::Phone { .. } | Target::Link { .. } if most(emails) => {
            Target::Email { label: label() }
        }
        _ if is_open && most(emails) => Target::Email { label: label() },
        _ if guessed == Target::Keep && most(links) => Target::Link { label: label() },
        _ if guessed == Target::Keep && most(phones) => Target::Phone { label: label() },
        guessed => guessed,
    }
}

/// A number that can hardly be anything but a phone's: long, and written like one.
fn is_phone(cell: &str) -> bool {
    let digits = cell.chars().filter(|c| c.is_numeric()).count();
    let is_written_so =
        cell.starts_with(['+', '(']) || cell.starts_with("00") || cell.matches(' ').count() > 1;
    digits >= 7 && is_written_so && phone::parse(cell).is_some()
}

/// Filled cells of a column, enough of them to judge by.
fn sample(table: &Table, column: usize) -> impl Iterator<Item = &str> {
    (0..table.rows())
        .map(move |row| table.cell(row, column))
        .filter(|cell| !cell.is_empty())
        .take(200)
}

/// Words that mean a whole name or a part of it, depending on what stands beside them.
fn resolve_names(names: &[String], targets: &mut [Target]) {
    let has = |key: Key, targets: &[Target]| targets.contains(&Target::Field(key));
    let (has_given, has_family) = (has(keys::GIVEN, targets), has(keys::FAMILY, targets));
    for (name, target) in names.iter().zip(targets.iter_mut()) {
        let is = |list: &[&str]| list.contains(&&**name);
        if *target == Target::FullName && is(&["name"]) && has_given && !has_family {
            *target = Target::Field(keys::FAMILY);
        } else if is(&["نام", "nombre", "ten", "ชื่อ", "imie"]) && !has_family
            || is(&["nom", "ho"]) && !has_given
        {
            *target = Target::FullName;
        }
    }
    // A file that begins with data has no names: the first column of words is taken for the name.
    if names.iter().all(String::is_empty)
        && let Some(first) = targets.iter_mut().find(|target| **target == Target::Keep)
    {
        *first = Target::FullName;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transfer::csv::table;

    #[track_caller]
    fn check(header: &str, expected: &[Target]) {
        let table = table::read(header.into(), None).unwrap();
        let targets: Vec<_> =
            guess(&table).columns.into_iter().map(|column| column.target).collect();
        assert_eq!(targets, expected, "{header}");
    }

    fn email(label: &str) -> Target {
        Target::Email { label: label.into() }
    }

    fn phone(label: &str) -> Target {
        Target::Phone { label: label.into() }
    }

    fn place(group: u8, label: &str, part: Part) -> Target {
        Target::Address { group, label: label.into(), part }
    }

    const GIVEN: Target = Target::Field(keys::GIVEN);
    const FAMILY: Target = Target::Field(keys::FAMILY);

    #[test]
    fn english_names() {
        check("First Name,Surname,E-mail", &[GIVEN, FAMILY, email("")]);
        check("name,mail,tel", &[Target::FullName, email(""), phone("")]);
        check(
            "Business Phone,Mobile Phone,Work Email",
            &[phone("work"), phone("mobile"), email("work")],
        );
        check(
            "zip,Home City,Business Country/Region",
            &[
                place(0, "", Part::Postcode),
                place(2, "home", Part::City),
                place(1, "work", Part::Country),
            ],
        );
        check(
            "Assistant's Phone,Email opt out,Car,Favourite",
            &[Target::Keep, Target::Keep, Target::Field(keys::CAR), Target::Keep],
        );
    }

    #[test]
    fn our_own_export_says_what_is_only_read() {
        check("Met by (read only),' (read only),Mail", &[Target::Skip, Target::Skip, email("")]);
    }

    #[test]
    fn other_programs() {
        // Salesforce and Zoho.
        check(
            "Account Name,First Name,Mailing Street,Mailing Zip/Postal Code,Mailing State/Province",
            &[
                Target::Organization,
                GIVEN,
                place(4, "", Part::Street),
                place(4, "", Part::Postcode),
                place(4, "", Part::Region),
            ],
        );
        // Pipedrive.
        check(
            "Person - Name,Person - Organization,Person - Email - Work,Person - Phone - Mobile",
            &[Target::FullName, Target::Organization, email("work"), phone("mobile")],
        );
        // Nimble.
        check(
            "first name,last name,company name,title,email - work,twitter",
            &[
                GIVEN,
                FAMILY,
                Target::Organization,
                Target::Field(keys::JOB_TITLE),
                email("work"),
                Target::Link { label: "twitter".into() },
            ],
        );
    }

    #[test]
    fn other_languages() {
        check("Imię,Nazwisko,Telefon komórkowy", &[GIVEN, FAMILY, phone("mobile")]);
        check("Imię i nazwisko,Firma", &[Target::FullName, Target::Organization]);
        check("Vorname,Name,PLZ", &[GIVEN, FAMILY, place(0, "", Part::Postcode)]);
        check("Prénom,Nom,Société", &[GIVEN, FAMILY, Target::Organization]);
        check("Nombre,Apellidos", &[GIVEN, FAMILY]);
        check("Nombre,Correo electrónico", &[Target::FullName, email("")]);
        check("نام,نام خانوادگی,تلفن", &[GIVEN, FAMILY, phone("")]);
        check("نام,شركت", &[Target::FullName, Target::Organization]);
    }

    #[test]
    fn content_decides_where_the_name_does_not() {
        check(
            "Kontakt,x,y\nada@x.org,https://a.example,+44 20 7946 0000\n",
            &[email(""), Target::Link { label: "".into() }, phone("")],
        );
        check("id,amount\n20250101,1234567\n", &[Target::Keep, Target::Keep]);
        check("Ada Lovelace,ada@x.org\n", &[Target::FullName, email("")]);
    }
}
