/**
 * What the tablet needs around `idb`: typed tables, one transaction over all of them, and word of
 * every change to all tabs. Larger libraries give the same for a quarter of the page's budget
 * (decision 0013).
 */
import { type IDBPDatabase, type IDBPTransaction, openDB } from "idb";

export type Durability = "strict" | "relaxed";
export type Tx = IDBPTransaction<unknown, string[], "readwrite">;
export type Upgrade = (db: IDBPDatabase, from: number) => void;

/** A table inside a transaction. Only these may be awaited there: anything else ends it. */
export interface Table<Row, Key extends IDBValidKey> {
  get: (key: Key) => Promise<Row | undefined>;
  all: () => Promise<Row[]>;
  /** Rows whose index has this value, in the order of their keys. */
  by: (index: string, value: IDBValidKey) => Promise<Row[]>;
  put: (row: Row) => Promise<void>;
  /** Changes some fields; false: there is no such row. */
  update: (key: Key, changes: Partial<Row>) => Promise<boolean>;
  delete: (key: Key) => Promise<void>;
  clear: () => Promise<void>;
}

/** Gives a table of a running transaction; `changed` hears that it was written to. */
export function tableIn<Row, Key extends IDBValidKey>(
  tx: Tx,
  name: string,
  changed: (name: string) => void,
): Table<Row, Key> {
  const store = tx.objectStore(name);
  const write = async (request: Promise<unknown>): Promise<void> => {
    changed(name);
    await request;
  };
  const table: Table<Row, Key> = {
    get: (key) => store.get(key),
    all: () => store.getAll(),
    by: (index, value) => store.index(index).getAll(value),
    put: (row) => write(store.put(row)),
    update: async (key, changes) => {
      const row = await table.get(key);
      if (row === undefined) return false;
      await table.put({ ...row, ...changes });
      return true;
    },
    delete: (key) => write(store.delete(key)),
    clear: () => write(store.clear()),
  };
  return table;
}

/** A database that is opened when it is first needed, and again when the browser closed it. */
export class Database {
  readonly #name: string;
  readonly #version: number;
  readonly #upgrade: Upgrade;
  readonly #listeners = new Set<(tables: ReadonlySet<string>) => void>();
  readonly #channel: BroadcastChannel | null;
  #opening: Promise<IDBPDatabase> | null = null;

  constructor(name: string, version: number, upgrade: Upgrade) {
    this.#name = name;
    this.#version = version;
    this.#upgrade = upgrade;
    this.#channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(name);
    this.#channel?.addEventListener("message", ({ data }) => this.#tell(new Set(data as string[])));
  }

  /** Runs `run` in one transaction over all tables: all of it is stored, or nothing. */
  async run<T>(
    mode: IDBTransactionMode,
    durability: Durability,
    run: (tx: Tx, changed: (name: string) => void) => Promise<T>,
  ): Promise<T> {
    const db = await this.#open();
    // The tables' own types keep a reader from writing.
    const tx = db.transaction([...db.objectStoreNames], mode, { durability }) as Tx;
    tx.done.catch(() => {}); // Whoever waits for it below is told.
    const changed = new Set<string>();
    let result: T;
    try {
      result = await run(tx, (name) => changed.add(name));
    } catch (error) {
      try {
        tx.abort();
      } catch {
        // It has ended by itself: that is why `run` failed.
      }
      throw tx.error ?? error;
    }
    await tx.done;
    if (changed.size > 0) {
      this.#channel?.postMessage([...changed]);
      this.#tell(changed);
    }
    return result;
  }

  /** Calls back after every transaction, of any tab, that wrote to one of these tables. */
  watch(tables: readonly string[], listener: () => void): () => void {
    const hear = (changed: ReadonlySet<string>) => {
      if (tables.some((name) => changed.has(name))) listener();
    };
    this.#listeners.add(hear);
    return () => this.#listeners.delete(hear);
  }

  async close(): Promise<void> {
    this.#channel?.close();
    (await this.#opening)?.close();
  }

  #tell(changed: ReadonlySet<string>): void {
    for (const listener of [...this.#listeners]) listener(changed);
  }

  #open(): Promise<IDBPDatabase> {
    const forget = () => {
      this.#opening = null;
    };
    this.#opening ??= openDB(this.#name, this.#version, {
      upgrade: (db, from) => this.#upgrade(db, from),
      // A tab with a newer version wants to change the tables: it gets them.
      blocking: (_from, _to, event) => {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    }).catch((error: unknown) => {
      forget();
      throw error;
    });
    return this.#opening;
  }
}
