/** Bytes of chosen files until they are uploaded: in this browser, so that a reload keeps them. */

const BASE = "vitrazh-form-files";
const STORE = "files";
const inMemory = new Map<string, File>();

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(BASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("no storage"));
  });
}

async function inStore<Value>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value | undefined> {
  try {
    const base = await open();
    try {
      return await new Promise<Value>((resolve, reject) => {
        const transaction = base.transaction(STORE, mode);
        const request = act(transaction.objectStore(STORE));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onerror = () => reject(transaction.error ?? new Error("no storage"));
        transaction.onabort = () => reject(transaction.error ?? new Error("no storage"));
      });
    } finally {
      base.close();
    }
  } catch {
    // Full or forbidden: memory has it until the page is closed.
    return undefined;
  }
}

export async function keepFile(key: string, file: File): Promise<void> {
  inMemory.set(key, file);
  await inStore("readwrite", (store) => store.put(file, key));
}

/** The chosen file; null when this browser has lost it. */
export async function fileOf(key: string): Promise<File | null> {
  const file = inMemory.get(key);
  if (file) return file;
  return (await inStore<File>("readonly", (store) => store.get(key) as IDBRequest<File>)) ?? null;
}

export async function dropFile(key: string): Promise<void> {
  inMemory.delete(key);
  await inStore("readwrite", (store) => store.delete(key) as IDBRequest<undefined>);
}
