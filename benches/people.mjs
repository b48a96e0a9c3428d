// What is made out of the demo's own people: a spreadsheet of them, and the words to look for.

import { readFileSync, writeFileSync } from "node:fs";

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
