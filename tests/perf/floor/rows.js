// A database with one store, as small as it can be; what the floor pages share.
export function open() {
  return new Promise((done, fail) => {
    const asked = indexedDB.open("floor", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("rows");
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
}

/** Puts rows into one transaction that is complete once they are on the disk. */
export function put(database, rows) {
  return new Promise((done, fail) => {
    const transaction = database.transaction("rows", "readwrite", { durability: "strict" });
    const store = transaction.objectStore("rows");
    for (const [key, row] of rows) store.put(row, key);
    transaction.oncomplete = () => done();
    transaction.onabort = () => fail(transaction.error);
  });
}

export function all(database) {
  return new Promise((done, fail) => {
    const asked = database.transaction("rows").objectStore("rows").getAll();
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
}
