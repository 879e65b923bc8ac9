/** Which option of a found list is active, and what the keys of the field do. */
import { type KeyboardEvent, useEffect, useRef, useState } from "react";

interface Listed {
  options: readonly { id: string; disabled?: boolean }[];
  loading?: boolean;
  onChoose: (id: string) => void;
}

export interface Choosing {
  open: boolean;
  setOpen: (open: boolean) => void;
  /** Index of the option that Enter takes; -1 when there is none. */
  active: number;
  choose: (index: number) => void;
  typed: () => void;
  key: (event: KeyboardEvent, shown: boolean) => void;
}

export function useChoosing({ options, loading = false, onChoose }: Listed): Choosing {
  const [open, setOpen] = useState(false);
  const [moved, setMoved] = useState<string | null>(null);
  /** Enter was pressed before the answer came: the first of the answer is taken. */
  const wanted = useRef(false);
  const at = options.findIndex((option) => option.id === moved && !option.disabled);
  const first = options.findIndex((option) => !option.disabled);
  const active = at >= 0 ? at : first;

  function choose(index: number) {
    const option = options[index];
    if (!option || option.disabled) return;
    wanted.current = false;
    setOpen(false);
    setMoved(null);
    onChoose(option.id);
  }

  useEffect(() => {
    if (loading || !wanted.current) return;
    wanted.current = false;
    choose(first);
  });

  function step(by: 1 | -1) {
    let to = active;
    for (let tries = 0; tries < options.length; tries += 1) {
      to = (to + by + options.length) % options.length;
      const option = options[to];
      if (option && !option.disabled) {
        setMoved(option.id);
        return;
      }
    }
  }

  function key(event: KeyboardEvent, shown: boolean) {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    const arrow = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
    if (arrow) {
      event.preventDefault();
      if (shown) step(arrow);
      else setOpen(true);
    } else if (event.key === "Enter" && shown && (active >= 0 || loading)) {
      event.preventDefault();
      if (loading && at < 0) wanted.current = true;
      else choose(active);
    } else if (event.key === "Escape" && shown) {
      // It closes the list alone, not the dialog around it.
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  }

  return {
    open,
    setOpen,
    active,
    choose,
    typed: () => {
      wanted.current = false;
      setMoved(null);
      setOpen(true);
    },
    key,
  };
}
