// Runs inside the app's page before anything else: clocks, and what a person's hands would do.
// It sees only what the page shows; the app knows nothing of it.
"use strict";

(() => {
  const memories = [];
  const keep = (result) => {
    const memory = (result.instance ?? result).exports?.memory;
    if (memory) memories.push(memory);
    return result;
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = (...words) => original.apply(WebAssembly, words).then(keep);
  }

  // Nobody is there to say where a large file goes, so it goes among the downloads.
  delete window.showSaveFilePicker;

  let exported = null;
  const createObjectURL = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    exported = { at: performance.now(), bytes: blob.size };
    return createObjectURL.call(URL, blob);
  };

  let chosen = 0;
  addEventListener("change", (event) => {
    if (event.target.id === "file") chosen = performance.now();
  }, true);

  const find = (selector) => document.querySelector(selector);

  // What held up the page for 50 ms or more.
  const tasks = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  observer.observe({ type: "longtask" });

  /** Milliseconds for which a person had to wait for the page at most, from a moment on; below 50 ms counts as 0. */
  const heldUp = async (since) => {
    // What is told of the last task comes after it.
    await pause(100);
    tasks.push(...observer.takeRecords());
    return Math.max(0, ...tasks.filter(({ startTime }) => startTime >= since).map(({ duration }) => duration));
  };

  /** Waits until `look` returns something, looking after every change of the document. */
  const until = (look, what, most = 180_000) => new Promise((resolve, reject) => {
    const at = look();
    if (at) return resolve(at);
    const timer = setTimeout(() => {
      observer.disconnect();
      reject(new Error(`waited in vain for ${what}`));
    }, most);
    const observer = new MutationObserver(() => {
      const found = look();
      if (!found) return;
      observer.disconnect();
      clearTimeout(timer);
      resolve(found);
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });

  /** The moment after the next frame was drawn. */
  const painted = () => new Promise((resolve) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now());
      channel.port2.postMessage(null);
    });
  });

  const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

  const firstRows = until(
    () => find(".grid__row .grid__name") && performance.now(), "the first rows", 600_000,
  ).then(painted);
  firstRows.catch(() => {});

  const enter = (input, text) => {
    input.value = text;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };

  const press = (element, key) =>
    element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));

  const found = () => find(".toolbar__found")?.textContent;

  /** Goes to an address of the app, and says how long it was until the list had changed. */
  const go = async (hash) => {
    const before = found();
    const start = performance.now();
    history.replaceState(null, "", hash);
    dispatchEvent(new HashChangeEvent("hashchange"));
    await until(() => found() !== before, `another list at ${hash}`);
    const changed = performance.now();
    const drawn = await painted();
    return { changed: changed - start, painted: drawn - start, found: found() };
  };

  const closeToasts = async () => {
    for (const toast of document.querySelectorAll(".toast")) {
      toast.querySelector(".toast__button:last-child").click();
    }
    await until(() => !find(".toast"), "no message");
  };

  const toast = async (withUndo) => {
    const it = await until(
      () => find(".toast[data-error]") ?? (!withUndo || find(".toast__button:nth-of-type(2)") ? find(".toast") : null),
      "a message",
    );
    if (it.dataset.error !== undefined) throw new Error(it.textContent);
    return performance.now();
  };

  globalThis.bench = {
    painted, pause, go, found,

    wasmBytes: () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0),

    /** Milliseconds from navigation: rows painted; and the first key typed then answered. */
    async opened(word) {
      const rows = await firstRows;
      await bench.type(word);
      return { rows, answered: performance.now() };
    },

    /** Seals the workspace, from the settings. */
    async seal(passphrase) {
      (await until(() => find("#lock-on"), "the lock")).open = true;
      for (const field of ["#lock-new", "#lock-again"]) enter(await until(() => find(field), field), passphrase);
      find("#lock-choose").click();
      (await until(() => find("#lock-confirm"), "the recovery key")).click();
      await until(() => find("#lock-state"), "the seal", 600_000);
    },

    /** Milliseconds from navigation to the question, of the derivation by itself, and from the passphrase to the
        first key that is answered. */
    async unlocked(passphrase, word) {
      const input = await until(() => find("#unlock"), "the question");
      const asked = await painted();
      const refused = async () => {
        const start = performance.now();
        enter(input, "another one");
        find("#unlock-open").click();
        await until(() => find("#unlock-open").disabled, "the work");
        await until(() => !find("#unlock-open").disabled, "the answer");
        return performance.now() - start;
      };
      // The first one brings the code and the memory that it needs.
      await refused();
      const derived = await refused();
      const start = performance.now();
      enter(input, passphrase);
      find("#unlock-open").click();
      await firstRows;
      await bench.type(word);
      return { asked, derived, opened: performance.now() - start };
    },

    /** Types a text into the search box and says how long it was until its rows were painted. */
    async type(text) {
      const start = performance.now();
      enter(find("#search"), text);
      return await painted() - start;
    },

    /** Types a text into the filter's line, key by key, and says how long it was each time until it was painted. */
    async line(text) {
      find(".toolbar__actions > .button[aria-expanded=false]")?.click();
      const line = await until(() => find("#filter-bar"), "the filter's line");
      line.focus();
      const times = [];
      for (let end = 1; end <= text.length; end += 1) {
        const start = performance.now();
        enter(line, text.slice(0, end));
        times.push(await painted() - start);
      }
      enter(line, "");
      line.blur();
      find(".toolbar__actions > .button[aria-expanded=true]").click();
      return times;
    },

    /** Makes a segment, opens it and says how long it was until its trend was there. */
    async trend() {
      (await until(() => find(".segments__starters li:first-child button"), "the starters")).click();
      const segment = await until(() => find(".segments__name"), "the segment");
      await closeToasts();
      const start = performance.now();
      segment.click();
      await until(() => find('#page [aria-busy="true"]'), "the work");
      await until(() => !find('#page [aria-busy="true"]'), "the trend");
      const time = await painted() - start;
      return { time, heldUp: await heldUp(start) };
    },

    /** Logs a call at the record that is open beside its list, and says how long it was until the record and the
        list showed it, from the disk. */
    async logged(text) {
      find(".log input[value=call]").click();
      enter(find("#note-new"), text);
      await painted();
      const before = find("#row-0").textContent;
      const start = performance.now();
      find("#note-new").form.requestSubmit();
      await until(() => find("#record")?.textContent.includes(text), "what was logged");
      const time = await painted() - start;
      return { time, before, after: find("#row-0").textContent };
    },

    /** Chooses demo data and says how long it was until its list was painted. */
    async demo(people) {
      const button = await until(() => find(`#demo-${people}`), "the first screen");
      const start = performance.now();
      button.click();
      await until(() => find(".grid__row .grid__name"), "rows", 600_000);
      return await painted() - start;
    },

    async click(selector) {
      (await until(() => find(selector), selector)).click();
    },

    async appears(selector) {
      await until(() => find(selector), selector);
    },

    /** Saves everything to a file and says how long it was until the browser had it. */
    async exported() {
      exported = null;
      const start = performance.now();
      find("#save-backup").click();
      await until(() => exported, "the file", 600_000);
      return { time: exported.at - start, bytes: exported.bytes };
    },

    /** To be asked for before a backup is chosen: reads it, brings it in, waits for the disk. */
    async imported() {
      const button = await until(() => find("#restore-file"), "what the file holds", 600_000);
      const read = performance.now();
      button.click();
      const durable = await toast(false);
      const result = { read: read - chosen, written: durable - read, total: durable - chosen };
      await closeToasts();
      return result;
    },

    /** To be asked for before a spreadsheet is chosen: until its counts are shown. */
    async previewed() {
      const counts = await until(() => find('#csv-counts[aria-busy="false"]'), "counts");
      return { time: performance.now() - chosen, counts: counts.textContent };
    },

    /** To be asked for before a spreadsheet is chosen: looks at what is shown, brings it in, waits for the disk. */
    async broughtIn() {
      await until(() => find('#csv-counts[aria-busy="false"]'), "counts", 600_000);
      find("#bring-in").click();
      await toast(false);
      const result = { time: performance.now() - chosen, heldUp: await heldUp(chosen) };
      await closeToasts();
      return result;
    },

    /** Changes the position of a person in the list, like a double click and Enter do. */
    async edit(text) {
      const heads = [...document.querySelectorAll("#grid [role=columnheader]")];
      const at = heads.findIndex((head) => head.dataset.key === "job-title");
      const cell = find(".grid__row").querySelectorAll("[role=gridcell]")[at];
      cell.dispatchEvent(new MouseEvent("dblclick", { bubbles: true }));
      const input = await until(() => find(".grid__row input[type=text]"), "the input in the grid");
      input.value = text;
      const start = performance.now();
      press(input, "Enter");
      const cells = () => [...document.querySelectorAll(".grid__row .grid__text")];
      await until(() => cells().some((cell) => cell.textContent === text), "the edited cell", 20_000);
      return performance.now() - start;
    },

    /** Puts one row into a database of its own, strictly, and says how long it took. */
    async rawPut(row) {
      bench.raw ??= await new Promise((resolve, reject) => {
        const request = indexedDB.open("bench-raw", 1);
        request.onupgradeneeded = () => request.result.createObjectStore("rows", { keyPath: "id" });
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      return await new Promise((resolve, reject) => {
        const start = performance.now();
        const transaction = bench.raw.transaction("rows", "readwrite", { durability: "strict" });
        transaction.objectStore("rows").put(row);
        transaction.oncomplete = () => resolve(performance.now() - start);
        transaction.onerror = () => reject(transaction.error);
      });
    },

    /** Selects the first so many rows of the list. */
    async select(count) {
      const grid = find("#grid");
      grid.scrollTop = 0;
      (await until(() => find("#row-0"), "the first row")).click();
      grid.scrollTop = (count - 1) * 44;
      const last = await until(() => find(`#row-${count - 1}`), "the last row");
      last.dispatchEvent(new MouseEvent("click", { bubbles: true, shiftKey: true }));
      await until(() => find(".bulk"), "the selection");
      grid.scrollTop = 0;
      await painted();
    },

    /** Gives all selected records a tag, durably, and takes it back, durably. */
    async tag(name) {
      enter(find(".bulk__form input"), name);
      await painted();
      const start = performance.now();
      find(".bulk__form").requestSubmit();
      const tagged = await toast(true);
      await painted();
      const again = performance.now();
      find(".toast__button").click();
      await until(() => !find(".toast__button:nth-of-type(2)"), "the offer to leave");
      const undone = await toast(false);
      await closeToasts();
      return { tag: tagged - start, undo: undone - again };
    },

    /** Scrolls for so long; how many rows the document held at most, and how long frames took. */
    async scroll(millis) {
      const grid = find("#grid");
      const frames = [];
      let rows = 0;
      grid.scrollTop = 0;
      await painted();
      const start = performance.now();
      let last = start;
      await new Promise((resolve) => {
        const step = () => {
          const now = performance.now();
          frames.push(now - last);
          last = now;
          rows = Math.max(rows, document.querySelectorAll(".grid__row").length);
          if (now - start > millis) return resolve();
          // Some 90 rows a second, now and then a leap.
          grid.scrollTop += frames.length % 120 === 0 ? 20_000 : (frames.at(-1) || 1) * 4;
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      });
      grid.scrollTop = 0;
      return { rows, frames: frames.slice(1) };
    },

    /** Waits until a checkpoint of at least so many pages is there. */
    async checkpointed(pages) {
      const database = await new Promise((resolve, reject) => {
        const request = indexedDB.open("rapport");
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const count = () => new Promise((resolve, reject) => {
        const request = database.transaction("pages").objectStore("pages").count();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (let tries = 0; await count() < pages; tries += 1) {
        if (tries > 600) throw new Error("no checkpoint came");
        await pause(200);
      }
      database.close();
    },
  };
})();
