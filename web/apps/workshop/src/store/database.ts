/** The tablet's database: one for all its tabs; every change of more than one row is one transaction. */
import { Database, type Durability, type Table, type Tx, tableIn, type Upgrade } from "./idb.ts";
import type {
  Command,
  Device,
  LastStep,
  LinkName,
  Note,
  Operator,
  Photo,
  Signal,
  StoredOrder,
  Tile,
} from "./types.ts";

/** Single values, each under its name. */
export interface Values {
  device: Device | null;
  operator: Operator | null;
  tiles: Tile[];
  /** Id of the last thing of the feed that is stored here. */
  cursor: string | null;
  /** The last number given to a command. */
  sequence: number;
  link: { state: LinkName; since: number };
  /** Server's clock minus the tablet's, ms. */
  offset: number;
  /** The last thing to be heard, with a number so that a repeat is heard again. */
  signal: { n: number; signal: Signal };
  /** What can still be taken back. */
  last: LastStep | null;
  sound: boolean;
  /** Counts the presses of «try now», in whichever tab. */
  nudge: number;
  full: boolean;
}

type Value = { name: keyof Values; value: unknown };

/** An order that has to be fetched anew: we missed something of it. */
export interface Wanted {
  id: string;
  /** Instant, ms, before which it is not fetched. */
  due: number;
}

/** The tables inside one transaction. */
export class Tables {
  readonly orders: Table<StoredOrder, string>;
  readonly outbox: Table<Command, number>;
  readonly notes: Table<Note, string>;
  readonly photos: Table<Photo, string>;
  readonly wanted: Table<Wanted, string>;
  readonly values: Table<Value, string>;

  constructor(tx: Tx, changed: (name: string) => void) {
    this.orders = tableIn(tx, "orders", changed);
    this.outbox = tableIn(tx, "outbox", changed);
    this.notes = tableIn(tx, "notes", changed);
    this.photos = tableIn(tx, "photos", changed);
    this.wanted = tableIn(tx, "wanted", changed);
    this.values = tableIn(tx, "values", changed);
  }

  async value<Name extends keyof Values>(name: Name): Promise<Values[Name] | undefined> {
    const row = await this.values.get(name);
    return row?.value as Values[Name] | undefined;
  }

  setValue<Name extends keyof Values>(name: Name, value: Values[Name]): Promise<void> {
    return this.values.put({ name, value });
  }
}

export type TableName = "orders" | "outbox" | "notes" | "photos" | "wanted" | "values";

/** One step for every version there ever was: a tablet may have slept through some. */
const upgrade: Upgrade = (db, from) => {
  if (from < 1) {
    const orders = db.createObjectStore("orders", { keyPath: "id" });
    orders.createIndex("place", "place");
    const outbox = db.createObjectStore("outbox", { keyPath: "n" });
    outbox.createIndex("order_id", "order_id");
    db.createObjectStore("notes", { keyPath: "id" });
    db.createObjectStore("photos", { keyPath: "id" });
    db.createObjectStore("wanted", { keyPath: "id" });
    db.createObjectStore("values", { keyPath: "name" });
  }
};

export const VERSION = 1;

export class ShopDatabase {
  readonly #db: Database;

  constructor(name = "vitrazh-shop") {
    this.#db = new Database(name, VERSION, upgrade);
  }

  /** Reads several things as they stood at one moment. */
  read<T>(run: (tables: Tables) => Promise<T>): Promise<T> {
    return this.#db.run("readonly", "relaxed", (tx, changed) => run(new Tables(tx, changed)));
  }

  /**
   * Writes all of it, or nothing. What a worker did is on the disk when this resolves, even if
   * the battery is pulled out; what the server can tell again may be `relaxed`.
   */
  write<T>(run: (tables: Tables) => Promise<T>, durability: Durability = "strict"): Promise<T> {
    return this.#db.run("readwrite", durability, (tx, changed) => run(new Tables(tx, changed)));
  }

  value<Name extends keyof Values>(name: Name): Promise<Values[Name] | undefined> {
    return this.read((tables) => tables.value(name));
  }

  setValue<Name extends keyof Values>(name: Name, value: Values[Name]): Promise<void> {
    return this.write((tables) => tables.setValue(name, value), "relaxed");
  }

  /** Calls back after every transaction, of any tab, that wrote to one of these tables. */
  watch(tables: readonly TableName[], listener: () => void): () => void {
    return this.#db.watch(tables, listener);
  }

  close(): Promise<void> {
    return this.#db.close();
  }
}
