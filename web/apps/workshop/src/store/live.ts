/** What is stored, as React sees it: read again whenever a transaction of any tab changes it. */
import { useSyncExternalStore } from "react";
import type { TableName, Tables } from "./database.ts";
import { store } from "./store.ts";

/** Calls `take` with what `query` finds, now and after every change; returns how to stop. */
export function follow<T>(
  tables: readonly TableName[],
  query: (tables: Tables) => Promise<T>,
  take: (value: T) => void,
  failed: (error: unknown) => void = () => {},
): () => void {
  let over = false;
  let running = false;
  let wanted = false;
  const look = async (): Promise<void> => {
    wanted = true;
    if (running) return;
    running = true;
    while (wanted && !over) {
      wanted = false;
      try {
        const value = await store.db.read(query);
        if (!over) take(value);
      } catch (error) {
        if (!over) failed(error);
      }
    }
    running = false;
  };
  const stop = store.db.watch(tables, () => void look());
  void look();
  return () => {
    over = true;
    stop();
  };
}

/** One query, shared by all that look at it; it runs while somebody does. */
export class Live<T> {
  readonly #tables: readonly TableName[];
  readonly #query: (tables: Tables) => Promise<T>;
  readonly #listeners = new Set<() => void>();
  #stop: (() => void) | null = null;
  #value: T | undefined;
  #error: unknown;

  constructor(tables: readonly TableName[], query: (tables: Tables) => Promise<T>) {
    this.#tables = tables;
    this.#query = query;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#stop ??= follow(
      this.#tables,
      this.#query,
      (value) => this.#set(value, undefined),
      (error) => this.#set(this.#value, error),
    );
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#stop?.();
      this.#stop = null;
    };
  };

  /** The last answer; undefined = none yet. A database that cannot be read is thrown. */
  readonly get = (): T | undefined => {
    if (this.#error !== undefined) throw this.#error;
    return this.#value;
  };

  #set(value: T | undefined, error: unknown): void {
    this.#value = value;
    this.#error = error;
    for (const listener of this.#listeners) listener();
  }
}

/** Looks at a shared query. */
export function useLive<T>(live: Live<T>): T | undefined {
  return useSyncExternalStore(live.subscribe, live.get);
}
