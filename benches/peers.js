// The peers, each at its best: what they are asked for is what the app does with the same people.

import Dexie from "dexie";
import MiniSearch from "minisearch";
import uFuzzy from "ufuzzy";
import { initParser, inferSchema } from "udsv";

const TABLES = ["person", "organization", "tag", "interaction"];

// Every acknowledged write is on the disk, as in the app.
const db = new Dexie("peers", { chromeTransactionDurability: "strict" });
db.version(1).stores({
  person: "id, family, organization, lifecycle, updated, *tags",
  organization: "id",
  tag: "id",
  interaction: "id",
});

let records = {};
let texts = [];
let index;
let questions;
let readTable;

const timed = async (work) => {
  const start = performance.now();
  const result = await work();
  return { time: performance.now() - start, result };
};

const fetched = async (name) => (await fetch(`./data/${name}`)).blob();

/** All text of a person, in small letters. */
const textOf = (person) => {
  const parts = [];
  const walk = (value) => {
    if (typeof value === "string") parts.push(value);
    else if (value && typeof value === "object") Object.values(value).forEach(walk);
  };
  const { id, organization, tags, ...rest } = person;
  walk(rest);
  return parts.join("\n").toLowerCase();
};

const write = () => db.transaction("rw", TABLES, async () => {
  for (const table of TABLES) await db[table].bulkPut(records[table] ?? []);
});

globalThis.peers = {
  /** Takes the people into memory; not measured. */
  async load(name) {
    records = JSON.parse(await (await fetched(name)).text()).records;
    return records.person.length;
  },

  /** What mingo and uFuzzy look through; not measured. */
  prepare() {
    texts = records.person.map(textOf);
    records.person.forEach((person, at) => { person.text = texts[at]; });
  },

  /** Makes the index that MiniSearch asks. */
  async indexed() {
    index = new MiniSearch({ fields: ["text"], searchOptions: { prefix: true } });
    return (await timed(() => index.addAll(records.person))).time;
  },

  searchIndexed(word) {
    const start = performance.now();
    const found = index.search(word).length;
    return { time: performance.now() - start, found };
  },

  sample(at) {
    const { text, ...person } = records.person[at];
    return person;
  },

  async clear() {
    await db.delete();
    await db.open();
  },

  async put() {
    return (await timed(write)).time;
  },

  async importJson(name) {
    const file = await fetched(name);
    const start = performance.now();
    records = JSON.parse(await file.text()).records;
    const read = performance.now();
    await write();
    const durable = performance.now();
    return { read: read - start, written: durable - read, total: durable - start };
  },

  exportJson() {
    const start = performance.now();
    const blob = new Blob([JSON.stringify({ records })], { type: "application/json" });
    return { time: performance.now() - start, bytes: blob.size };
  },

  async toArray() {
    const { time, result } = await timed(() => db.person.toArray());
    return { time, count: result.length };
  },

  /** Gives the first so many people a tag, and takes it back. */
  async tag(count, tag) {
    const people = records.person.slice(0, count);
    const change = (tags) => people.map((person) => ({ key: person.id, changes: { tags: tags(person.tags ?? []) } }));
    const { time: tagged } = await timed(() => db.person.bulkUpdate(change((tags) => [...tags, tag])));
    const { time: undone } = await timed(() => db.person.bulkUpdate(change((tags) => tags)));
    return { tag: tagged, undo: undone };
  },

  filter(tag) {
    const start = performance.now();
    const query = new mingo.Query({
      tags: tag,
      children: { $gte: 1 },
      lifecycle: "customer",
      birthday: { $gte: "1970-01-01" },
    });
    const found = records.person.filter((person) => query.test(person)).length;
    return { time: performance.now() - start, found };
  },

  /** Our query by itself, over the same people; not measured. */
  async prepareQuestions(name) {
    const module = await import("./data/questions/questions.js");
    await module.default();
    questions = new module.Questions(new Uint8Array(await (await fetched(name)).arrayBuffer()));
    readTable = module.read;
  },

  /** Our reading of a spreadsheet by itself. */
  async readTable(name) {
    const file = await fetched(name);
    const { time, result } = await timed(async () => readTable(await file.text()));
    return { time, count: result };
  },

  ask(filter) {
    const start = performance.now();
    const found = questions.ask(filter);
    return { time: performance.now() - start, found };
  },

  search(word) {
    const fuzzy = new uFuzzy({ unicode: true, interSplit: "[^\\p{L}\\d']+", intraSplit: "\\p{Ll}\\p{Lu}", intraBound: "\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}", intraChars: "[\\p{L}\\d']", intraContr: "'\\p{L}{1,2}\\b" });
    const start = performance.now();
    const found = fuzzy.filter(texts, word)?.length ?? 0;
    return { time: performance.now() - start, found };
  },

  async udsv(name) {
    const file = await fetched(name);
    const { time, result } = await timed(async () => {
      const text = await file.text();
      return initParser(inferSchema(text)).typedObjs(text);
    });
    return { time, count: result.length };
  },

  async papaparse(name) {
    const file = await fetched(name);
    const { time, result } = await timed(async () =>
      Papa.parse(await file.text(), { header: true, dynamicTyping: true, skipEmptyLines: true }));
    return { time, count: result.data.length };
  },

  /** Brings people of a spreadsheet into the database, each under an id of its own. */
  async importCsv(name) {
    const file = await fetched(name);
    const { time, result } = await timed(async () => {
      const { data } = Papa.parse(await file.text(), { header: true, skipEmptyLines: true });
      const people = data.map((row) => ({ id: crypto.randomUUID(), ...row }));
      await db.transaction("rw", ["person"], () => db.person.bulkPut(people));
      return people.length;
    });
    return { time, count: result };
  },
};
