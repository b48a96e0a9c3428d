//! What somebody does while calls of `IndexedDB` fail: each another way of changing data.

/// What somebody does. `MARK` in it is a word that is nowhere else.
pub(crate) struct Journey {
    pub name: &'static str,
    /// What goes before, without faults.
    pub before: &'static [&'static str],
    pub act: &'static str,
    /// When it is said to be saved.
    pub done: &'static str,
    /// The address where to look for it later; where it is empty, one stays.
    pub place: &'static str,
    /// What is so there if it was saved, and is not so if it was not.
    pub there: &'static str,
}

/// What the scripts are made of beside what those of crashes are.
pub(crate) const MORE: &str = "
    const find = (css) => document.querySelector(css);
    const plain = (it) => it.textContent.replace(/[\\u2066-\\u2069]/g, '');
    const one = (css, text) => [...document.querySelectorAll(css)].find((it) => plain(it).includes(text));
    const holds = (css, text) => Boolean(one(css, text));
    const toasted = (text) => [...document.querySelectorAll('.toast:not([data-error]) .toast__text')]
        .some((it) => plain(it).startsWith(text));
    const until = async (is) => {
        for (;;) {
            const it = is();
            if (it) return it;
            await new Promise((next) => setTimeout(next, 10));
        }
    };
    // To or from a form: pages of other kinds may keep their outermost element.
    const goes = async (hash) => {
        if (location.hash === hash) return;
        const old = await there('#page > :last-child');
        location.hash = hash;
        await until(() => !old.isConnected);
    };
    const button = (css, text) => [...document.querySelectorAll(`${css} button`)]
        .find((it) => plain(it).trim() === text || it.ariaLabel === text);
    const presses = async (css, text) => (await until(() => button(css, text))).click();
    const submits = async (css, text) => (await type(css, text)).form.requestSubmit();
    const press = (key, on = document.body) =>
        on.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }));
    const enter = (input) => press({ key: 'Enter', code: 'Enter' }, input);
    const gives = async (name, text) => {
        const given = new DataTransfer();
        given.items.add(new File([text], name));
        const input = await there('#file');
        input.files = given.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const finds = async (hash, text) => {
        location.hash = hash;
        const rows = () => [...document.querySelectorAll('.grid__row')];
        await until(() => rows().length && rows().every((it) => plain(it).includes(text)));
    };
    const seen = (css) => [...document.querySelectorAll(css)]
        .some((it) => it.checkVisibility({ visibilityProperty: true }) && it.textContent.trim());";

const ROW: &str = "holds('.grid__row', 'MARK')";

const NO_ROW: &str = "holds('.empty__title', 'Nothing matches')";

const ADDED: &str = "toasted('Added MARK')";

const NEW_PERSON: &str = "
    await goes('#/people/new');
    await type('#new-given', 'Person');
    await type('#new-family', 'MARK');
    await submits('#new-job-title', 'Job of MARK');";

const THERE: &str = "
    await said((text) => text === 'Added Person MARK');
    await there('#note-new');";

/// Somebody who is there already.
pub(crate) const A_PERSON: &[&str] = &[NEW_PERSON, THERE];

const NEW_DEAL: &str = "
    await goes('#/deals/new');
    await submits('#new-name', 'MARK');";

const NEW_TAG: &str = "
    location.hash = '#/tags';
    await submits('#new-tag', 'MARK');";

const NOTE: &str = "
    await submits('#note-new', 'Word of MARK');";

const UNDO: &str = "
    press({ key: 'z', code: 'KeyZ', ctrlKey: true });";

const UNDONE: &str = "
    await said((text) => text.startsWith('Undone'));";

const GIVES_A_LIST: &str = "
    location.hash = '#/transfer';
    await gives('MARK.csv', 'First name,Last name\\nPerson,MARK\\nOther,MARK-2\\n');";

const BRINGS_IN: &str = "
    (await there('#bring-in:not(:disabled)')).click();";

const BROUGHT_IN: &str = "
    await said((text) => text.startsWith('Imported'));";

/// People who are selected.
const SELECTED: &[&str] = &[
    GIVES_A_LIST,
    BRINGS_IN,
    BROUGHT_IN,
    "
    await finds('#/people?q=MARK', 'MARK');
    find('.grid__head .grid__check input').click();
    await there('#bulk-change');",
];

/// A task with a step, whose page is open.
const NEW_TASK: &str = "
    await goes('#/tasks/new');
    await presses('form.new-record', 'Add step');
    await type('#new-checklist-0', 'Step of MARK');
    await submits('#new-name', 'MARK');
    await until(() => holds('.steps__step', 'MARK'));";

/// A journey that fills in a form with a name.
const fn named(name: &'static str, act: &'static str, place: &'static str) -> Journey {
    Journey { name, before: &[], act, done: ADDED, place, there: ROW }
}

pub(crate) const JOURNEYS: [Journey; 31] = [
    Journey {
        name: "add a person",
        before: &[],
        act: NEW_PERSON,
        done: "toasted('Added Person MARK')",
        place: "#/people?q=MARK",
        there: ROW,
    },
    named(
        "add an organization",
        "
        await goes('#/organizations/new');
        await submits('#new-name', 'MARK');",
        "#/organizations?q=MARK",
    ),
    named("open a deal", NEW_DEAL, "#/deals?q=MARK"),
    named(
        "plan a project",
        "
        await goes('#/projects/new');
        await submits('#new-name', 'MARK');",
        "#/projects?q=MARK",
    ),
    named(
        "write down a task",
        "
        await goes('#/tasks/new');
        await submits('#new-name', 'MARK');",
        "#/tasks?q=MARK",
    ),
    named(
        "leave a form that is saved",
        "
        await goes('#/deals/new');
        await submits('#new-name', 'MARK');
        location.hash = '#/tags';",
        "#/deals?q=MARK",
    ),
    Journey {
        name: "log a note",
        before: A_PERSON,
        act: NOTE,
        done: "holds('.note__body', 'Word of MARK')",
        place: "#/interactions?q=word",
        there: ROW,
    },
    Journey {
        name: "make a tag",
        before: &[],
        act: NEW_TAG,
        done: "holds('.tags__row', 'MARK')",
        place: "#/tags",
        there: "holds('.tags__row', 'MARK')",
    },
    Journey {
        name: "tag a person",
        before: A_PERSON,
        act: "
        (await type('#record-tags', 'Tag MARK')).dispatchEvent(new FocusEvent('blur'));",
        done: "holds('#record .tag', 'Tag MARK')",
        place: "#/tags",
        there: "holds('.tags__row', 'Tag MARK')",
    },
    Journey {
        name: "change a field",
        before: A_PERSON,
        act: "
        (await there('[data-field=job-title] .detail__edit')).click();
        enter(await type('#edit-job-title', 'Work of MARK'));",
        done: "!find('#edit-job-title') && holds('[data-field=job-title]', 'Work of MARK')",
        place: "#/people?q=MARK%20work",
        there: ROW,
    },
    Journey {
        name: "delete a person",
        before: A_PERSON,
        act: "
        await presses('#record', 'Delete');",
        done: "toasted('Deleted')",
        place: "#/people?q=MARK",
        there: NO_ROW,
    },
    Journey {
        name: "undo",
        before: A_PERSON,
        act: UNDO,
        done: "toasted('Undone')",
        place: "#/people?q=MARK",
        there: NO_ROW,
    },
    Journey {
        name: "redo",
        before: &[NEW_PERSON, THERE, UNDO, UNDONE],
        act: "
        press({ key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true });",
        done: "toasted('Done again')",
        place: "#/people?q=MARK",
        there: ROW,
    },
    Journey {
        name: "bring in a list",
        before: &[],
        act: "
        location.hash = '#/transfer';
        await there('#file');
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', 'First name\\tLast name\\nPerson\\tMARK\\nOther\\tMARK-2\\n');
        const event = new Event('paste', { bubbles: true, cancelable: true });
        Object.defineProperty(event, 'clipboardData', { value: clipboardData });
        document.body.dispatchEvent(event);
        (await there('#bring-in:not(:disabled)')).click();",
        done: "toasted('Imported')",
        place: "#/people?q=MARK",
        there: ROW,
    },
    Journey {
        name: "take a list back",
        before: &[GIVES_A_LIST, BRINGS_IN, BROUGHT_IN],
        act: "
        (await until(() => one('.imports__row', 'MARK'))).querySelector('button:last-child').click();",
        done: "toasted('Undone')",
        place: "#/people?q=MARK",
        there: NO_ROW,
    },
    Journey {
        name: "restore a file",
        before: &["location.hash = '#/transfer'; await there('#file');"],
        act: "
        const now = Date.now();
        const id = `0190d1f0-0000-7000-8000-${now.toString(16).padStart(12, '0')}`;
        const person = { id, given: 'Person', family: 'MARK', created: now, updated: now };
        const file = { format: 'rapport-workspace', version: 1, exported: now, records: { person: [person] } };
        await gives('MARK.json', JSON.stringify(file));
        (await there('#add-new, #restore-file')).click();",
        done: "toasted('Imported')",
        place: "#/people?q=MARK",
        there: ROW,
    },
    Journey {
        name: "write a person as a line",
        before: &["await goes('#/people/new');"],
        act: "
        enter(await type('#quick', 'Person MARK, Tester @House of MARK // Word of MARK'));",
        done: "toasted('Added Person MARK')",
        place: "#/people?q=MARK%20house",
        there: ROW,
    },
    Journey {
        name: "change a cell",
        before: &[NEW_PERSON, THERE, "await finds('#/people?q=MARK', 'MARK');"],
        act: "
        const cell = one('.grid__cell', 'Job of MARK');
        cell.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
        const input = await until(() => cell.querySelector('input'));
        input.value = 'Work of MARK';
        enter(input);",
        done: "holds('.grid__row', 'Work of MARK')",
        place: "#/people?q=MARK%20work",
        there: ROW,
    },
    Journey {
        name: "tag all that are selected",
        before: SELECTED,
        act: "
        await submits('.bulk__form input', 'Tag MARK');",
        done: "toasted('Tag Tag MARK added to 2 people')",
        place: "#/tags",
        there: "holds('.tags__row', 'Tag MARK') && holds('.tags__row', '2 people')",
    },
    Journey {
        name: "delete all that are selected",
        before: SELECTED,
        act: "
        find('.bulk .button--danger').click();",
        done: "toasted('Deleted 2 people')",
        place: "#/people?q=MARK",
        there: NO_ROW,
    },
    Journey {
        name: "keep a filter as a segment",
        before: &["
        location.hash = '#/people?where=lifecycle:lead';
        await presses('.toolbar', 'Filter');
        await there('#segment-name');"],
        act: "
        await submits('#segment-name', 'MARK');",
        done: ADDED,
        place: "#/segments",
        there: "holds('.segments__row', 'MARK')",
    },
    Journey {
        name: "keep a view",
        before: &["
        location.hash = '#/people?sort=-created';
        await presses('.toolbar', 'View');
        await there('#view-name');"],
        act: "
        await submits('#view-name', 'MARK');",
        done: ADDED,
        place: "",
        there: "holds('.toolbar__title', 'MARK')",
    },
    Journey {
        name: "rename a tag",
        before: &[NEW_TAG, "await until(() => holds('.tags__row', 'MARK'));"],
        act: "
        const input = one('.tags__row', 'MARK').querySelector('input');
        input.value = 'New MARK';
        input.dispatchEvent(new Event('change', { bubbles: true }));",
        done: "holds('.tags__row', 'New MARK')",
        place: "#/tags",
        there: "holds('.tags__row', 'New MARK')",
    },
    Journey {
        name: "colour a tag",
        before: &[NEW_TAG, "await until(() => holds('.tags__row', 'MARK'));"],
        act: "
        const select = one('.tags__row', 'MARK').querySelector('select');
        select.value = 'purple';
        select.dispatchEvent(new Event('change', { bubbles: true }));",
        done: "one('.tags__row', 'MARK')?.querySelector('select').value === 'purple'",
        place: "#/tags",
        there: "one('.tags__row', 'MARK')?.querySelector('select').value === 'purple'",
    },
    Journey {
        name: "define a field",
        before: &["
        location.hash = '#/settings';
        (await there('#new-field-person')).click();"],
        act: "
        await submits('#define-label', 'MARK');",
        done: ADDED,
        place: "#/settings",
        there: "holds('.fields__row', 'MARK')",
    },
    Journey {
        name: "tick a task off",
        before: &[NEW_TASK, "await finds('#/tasks?q=MARK', 'MARK');"],
        act: "
        find('.grid__tick input').click();
        await new Promise((next) => requestAnimationFrame(next));",
        done: "find('.grid__tick input')?.checked",
        place: "#/tasks?q=MARK",
        there: "holds('.grid__name[data-done]', 'MARK')",
    },
    Journey {
        name: "move a deal on",
        before: &[NEW_DEAL, "await there('#record .deal__step');"],
        act: "
        find('.deal__step:nth-child(2) button').click();",
        done: "toasted('Moved MARK')",
        place: "#/board?q=MARK",
        there: "holds('.board__column + .board__column .card', 'MARK')",
    },
    Journey {
        name: "open a deal on the board",
        before: &[
            NEW_DEAL,
            "await there('#record .deal__step'); find('.board__add').click();",
        ],
        act: "
        enter(await type('#board-new', 'Line of MARK'));",
        done: "toasted('Added Line of MARK')",
        place: "#/deals?q=MARK%20line",
        there: ROW,
    },
    Journey {
        name: "change a note",
        before: &[NEW_PERSON, THERE, NOTE, "
        (await until(() => find('.event__foot button'))).click();"],
        act: "
        await submits('[id^=note-edit]', 'Other word of MARK');",
        done: "!find('[id^=note-edit]') && holds('.note__body', 'Other word of MARK')",
        place: "#/interactions?q=MARK%20other",
        there: ROW,
    },
    Journey {
        name: "tick a step of a task",
        before: &[NEW_TASK],
        act: "
        find('.steps__step input').click();",
        done: "find('.steps__step input')?.checked",
        place: "",
        there: "holds('#record .task__facts', '1 of 1 steps') && find('.steps__step input').checked",
    },
    Journey {
        name: "connect a person",
        before: &[NEW_PERSON, THERE, "find('#connection-add').click();"],
        act: "
        enter(await type('#connection-organization', 'House of MARK'));
        await submits('#connection-role', 'Role of MARK');",
        done: "holds('.connection__role', 'Role of MARK')",
        place: "",
        there: "holds('.connection__role', 'Role of MARK') && holds('.connection__name', 'House of MARK')",
    },
];
