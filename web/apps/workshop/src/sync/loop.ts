/** Runs a piece of work again and again, never twice at the same time. */
export class Loop {
  readonly #run: () => Promise<number | null>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  #wanted = false;
  #stopped = false;

  /** `run` says in how many ms it wants to run again; null = when it is called. */
  constructor(run: () => Promise<number | null>) {
    this.#run = run;
  }

  /** Runs now, or once more when the present run is over. */
  now(): void {
    if (this.#running) this.#wanted = true;
    else this.later(0);
  }

  later(ms: number): void {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#turn(), ms);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async #turn(): Promise<void> {
    this.#running = true;
    this.#wanted = false;
    const again = await this.#run().catch(() => 1_000);
    this.#running = false;
    if (this.#wanted) this.later(0);
    else if (again !== null) this.later(again);
  }
}
