/** How the screens do something: whoever is not known is asked first, then it is done. */
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { NobodyAtTablet, StorageFull } from "../../store/index.ts";
import { t } from "../../words.gen.ts";

export interface Doing {
  /** Does it; resolves when it is stored, or when it turned out to be impossible. */
  run: (what: () => Promise<boolean>) => Promise<boolean>;
  /** Asks who holds the tablet. */
  ask: () => void;
  /** What is to be done once somebody said who he is; null: nobody is asked. */
  asked: (() => void) | null;
  answered: (resume: boolean) => void;
  /** What went wrong with the last action, in words. */
  trouble: string | null;
}

const Context = createContext<Doing | null>(null);

/** A short buzz: the tablet has understood. */
const TAKEN_MS = 40;

export function DoingProvider({ children }: { children: ReactNode }): ReactNode {
  const [asked, setAsked] = useState<{ resume: () => void } | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const doing = useMemo<Doing>(() => {
    const run: Doing["run"] = async (what) => {
      setTrouble(null);
      try {
        const taken = await what();
        if (taken) navigator.vibrate?.(TAKEN_MS);
        return taken;
      } catch (error) {
        if (!(error instanceof NobodyAtTablet)) {
          setTrouble(t(error instanceof StorageFull ? "shop.full" : "shop.broken"));
          return false;
        }
      }
      return new Promise((done) => setAsked({ resume: () => done(run(what)) }));
    };
    return {
      run,
      ask: () => setAsked({ resume: () => {} }),
      asked: asked?.resume ?? null,
      answered: (resume) => {
        setAsked(null);
        if (resume) asked?.resume();
      },
      trouble,
    };
  }, [asked, trouble]);
  return <Context value={doing}>{children}</Context>;
}

export function useDoing(): Doing {
  const doing = useContext(Context);
  if (!doing) throw new Error("DoingProvider is missing");
  return doing;
}
