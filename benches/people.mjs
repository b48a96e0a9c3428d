// What is made out of the demo's own people: a spreadsheet of them, and the words to look for.

import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";

const COLUMNS = {
  "First name": (person) => person.given,
  "Last name": (person) => person.family,
  "Company": (person, names) => names.get(person.organization),
  "Job title": (person) => person["job-title"],
  "Email": (person) => person.emails?.[0]?.value,
  "Second email": (person) => person.emails?.[1]?.value,
  "Phone": (person) => person.phones?.[0]?.value,
  "Street": (person) => person.addresses?.[0]?.street,
  "City": (person) => person.addresses?.[0]?.city,
  "Postcode": (person) => person.addresses?.[0]?.postcode,
  "Country": (person) => person.addresses?.[0]?.country,
  "Birthday": (person) => person.birthday,
  "Lifecycle": (person) => person.lifecycle,
  "Tags": (person, names) => person.tags?.map((tag) => names.get(tag)).join("; "),
};

const quoted = (text = "") => /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const mostFrequent = (words, count) => {
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, count).map(([word]) => word);
};

/** Reads an export, writes its people as CSV, and says what there is to find. */
export const prepare = (json, csv) => {
  const text = readFileSync(json, "utf8");
  const { records } = JSON.parse(text);
  const names = new Map([...records.organization, ...records.tag].map((record) => [record.id, record.name]));
  const header = Object.keys(COLUMNS).join(",");
  const rows = records.person.map((person) =>
    Object.values(COLUMNS).map((cell) => quoted(cell(person, names))).join(","));
  const table = `${[header, ...rows].join("\r\n")}\r\n`;
  writeFileSync(csv, table);
  const given = records.person.map((person) => person.given?.toLowerCase()).filter((name) => /^[a-z]{4,}$/.test(name));
  const tag = mostFrequent(records.person.flatMap((person) => person.tags ?? []), 1)[0];
  return {
    words: mostFrequent(given, 5),
    tag,
    records: Object.values(records).reduce((sum, list) => sum + list.length, 0),
    jsonBytes: Buffer.byteLength(text),
    csvBytes: Buffer.byteLength(table),
    columns: Object.keys(COLUMNS).length,
  };
};

/** How many interactions there are for each person where much has happened. */
const EACH = 10;

const ACTIVITIES = ["call", "purchase", "email", "ticket", "note"];

/** Writes the export once more, with ten interactions for each person. Returns how many there are. */
export const busy = (json, out) => {
  const { records, ...head } = JSON.parse(readFileSync(json, "utf8"));
  const day = 86_400_000;
  const file = openSync(out, "w");
  // More than a text can hold, so it is written piece by piece.
  writeSync(file, `${JSON.stringify(head).slice(0, -1)},"records":{`);
  const { interaction, ...others } = records;
  for (const [name, list] of Object.entries(others)) writeSync(file, `${JSON.stringify(name)}:${JSON.stringify(list)},`);
  writeSync(file, '"interaction":[');
  let count = 0;
  for (const person of records.person) {
    const lines = ACTIVITIES.concat(ACTIVITIES).slice(0, EACH).map((activity, nth) => {
      const happened = head.exported - (nth + (count % 700)) * day;
      const id = `0190d1f0-0000-7000-8000-${(count + nth).toString(16).padStart(12, "0")}`;
      const amount = activity === "purchase" ? { amount: { amount: 10 * nth, currency: "EUR" } } : {};
      return JSON.stringify({
        id, activity, happened, person: person.id, body: "Asked for samples of the new range.", ...amount,
        created: happened, updated: happened,
      });
    });
    writeSync(file, `${count ? "," : ""}${lines.join(",")}`);
    count += EACH;
  }
  writeSync(file, "]}}");
  closeSync(file);
  return count;
};
