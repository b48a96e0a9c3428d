//! What a text would be had it been typed on another keyboard layout.
//!
//! The layouts are those of xkeyboard-config 2.35.1 (<https://www.freedesktop.org/wiki/Software/XKeyboardConfig/>),
//! without shift: `ara(basic)`, `gr(basic)`, `il(basic)`, `ir(pes)`, `ru(winkeys)`, `th(basic)`, `ua(winkeys)`.
//! They are the ones that people with those scripts mostly have.

/// The keys of letters of a QWERTY keyboard and their neighbours, row by row.
const LATIN: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,./";

/// What the same keys type on other layouts.
const OTHERS: [&str; 7] = [
    "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرﻻىةوزظ",
    ";ςερτυθιοπ[]ασδφγηξκλ΄'ζχψωβνμ,./",
    "/'קראטוןםפ][שדגכעיחלךף,זסבהנמצתץ.",
    "ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو./",
    "йцукенгшщзхъфывапролджэячсмитьбю.",
    "ๆไำพะัีรนยบลฟหกดเ้่าสวงผปแอิืทมใฝ",
    "йцукенгшщзхїфівапролджєячсмитьбю.",
];

/// What was meant if another layout was on: Latin letters for others, others for Latin ones.
pub fn other_readings(typed: &str) -> Vec<String> {
    let typed = typed.to_lowercase();
    let mut readings: Vec<String> = Vec::new();
    if !typed.chars().any(char::is_alphabetic) {
        return readings;
    }
    for other in OTHERS {
        let (from, to) = if typed.is_ascii() { (LATIN, other) } else { (other, LATIN) };
        let reading = typed.chars().map(|c| {
            let at = from.chars().position(|key| key == c);
            // Digits and spaces are where they are.
            at.and_then(|at| to.chars().nth(at))
                .or((c.is_ascii() && !c.is_alphabetic()).then_some(c))
        });
        let reading: Option<String> = reading.collect();
        readings.extend(reading.filter(|reading| !readings.contains(reading)));
    }
    readings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, meant: &str) {
        let readings = other_readings(typed);
        assert!(readings.iter().any(|reading| reading == meant), "{typed}: {readings:?}");
    }

    #[test]
    fn every_layout_has_all_keys() {
        for layout in OTHERS {
            assert_eq!(layout.chars().count(), LATIN.chars().count(), "{layout}");
        }
    }

    #[test]
    fn latin_was_meant() {
        check("شیش", "ada");
        check("фвф", "ada");
        check("Фвф 2", "ada 2");
        check("ฟกฟ", "ada");
        check("ασα", "asa");
        check("שגש", "ada");
    }

    #[test]
    fn another_script_was_meant() {
        check("ugd", "علی");
        check("bdfy", "иван");
        check("l,ra", "дбкф");
        check(";ldu", "کمیع");
    }

    #[test]
    fn what_no_layout_types_has_no_other_reading() {
        assert!(other_readings("12").is_empty());
        assert!(other_readings("ada ش").is_empty());
    }
}
