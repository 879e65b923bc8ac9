/**
 * Keys that a quick hand types between Ctrl+K and the palette: they are the palette's, neither lost
 * nor taken for shortcuts of the page.
 */

export interface EarlyKeys {
  /** Gives what was typed and stops listening; `enter`: Enter came last. */
  take: () => { text: string; enter: boolean };
}

export function catchKeys(): EarlyKeys {
  let text = "";
  let enter = false;

  function hear(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.length === 1 && !enter) text += event.key;
    else if (event.key === "Backspace") text = text.slice(0, -1);
    else if (event.key === "Enter") enter = true;
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  window.addEventListener("keydown", hear, { capture: true });
  return {
    take: () => {
      window.removeEventListener("keydown", hear, { capture: true });
      return { text, enter };
    },
  };
}
