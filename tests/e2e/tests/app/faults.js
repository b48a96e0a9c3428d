// Makes one of the calls of IndexedDB fail, in one of the ways in which browsers let them fail.
// Runs before the app, which knows nothing of it.
"use strict";

(() => {
  /** Which call each kind of fault is about. */
  const CALLS = {
    "open-fails": "open", "open-newer": "open", "open-blocked": "open", "open-never": "open",
    closing: "transaction", quota: "write", "answer-lost": "write", closed: "write",
    "read-fails": "read", "reads-fail": "read", "read-never": "read", "read-damaged": "read",
  };

  let left = 0;
  let kind = null;
  let fired = false;

  globalThis.faults = {
    /** From now on, the nth call that the kind is about fails; of `reads-fail` all from the nth on. */
    arm(nth, how) {
      left = nth;
      kind = how;
      fired = false;
    },
    /** No more faults. Says whether there was one. */
    disarm() {
      kind = null;
      return fired;
    },
  };
  const plan = sessionStorage.getItem("faults");
  if (plan) {
    sessionStorage.removeItem("faults");
    faults.arm(...JSON.parse(plan));
  }

  const fails = (call) => {
    if (!kind || CALLS[kind] !== call) return false;
    left -= 1;
    const isHit = left === 0 || (left < 0 && kind === "reads-fail");
    fired ||= isHit;
    return isHit;
  };

  const { open } = IDBFactory.prototype;
  // Newer than anything asks for.
  open.call(indexedDB, "faults", 1_000);

  IDBFactory.prototype.open = function (...words) {
    if (!fails("open")) return open.apply(this, words);
    switch (kind) {
      case "open-newer":
        return open.call(this, "faults", 1);
      case "open-fails": {
        const request = open.call(this, `faults-${Date.now()}`);
        request.addEventListener("upgradeneeded", (event) => {
          event.stopImmediatePropagation();
          request.transaction.abort();
        });
        return request;
      }
      default: {
        const request = new EventTarget();
        if (kind === "open-blocked") setTimeout(() => request.onblocked?.(new Event("blocked")));
        return request;
      }
    }
  };

  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...words) {
    if (fails("transaction")) throw new DOMException("The connection is closing.", "InvalidStateError");
    return transaction.apply(this, words);
  };

  for (const name of ["add", "put", "delete"]) {
    const original = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function (...words) {
      const request = original.apply(this, words);
      if (!fails("write")) return request;
      const { transaction } = this;
      const { db } = transaction;
      switch (kind) {
        case "quota":
          request.addEventListener("success", () => {
            Object.defineProperty(transaction, "error", { value: new DOMException("", "QuotaExceededError") });
            transaction.abort();
          });
          break;
        case "answer-lost":
          Object.defineProperty(transaction, "oncomplete", { set() {} });
          break;
        default:
          transaction.abort();
          db.close();
          setTimeout(() => db.onclose?.(new Event("close")));
      }
      return request;
    };
  }

  const result = Object.getOwnPropertyDescriptor(IDBRequest.prototype, "result").get;
  const damaged = (value) => (value instanceof Uint8Array ? value.map((byte) => byte ^ 1) : value);
  const { getAll } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.getAll = function (...words) {
    const isHit = fails("read");
    if (isHit && kind === "read-never") return new EventTarget();
    const request = getAll.apply(this, words);
    if (isHit && (kind === "read-fails" || kind === "reads-fail")) this.transaction.abort();
    if (isHit && kind === "read-damaged") {
      request.addEventListener("success", () => {
        Object.defineProperty(request, "result", { value: result.call(request).map(damaged) });
      });
    }
    return request;
  };
})();
