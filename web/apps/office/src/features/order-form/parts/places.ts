/** Finds a field on the page by its place, and puts the keyboard there. */
import { placeName } from "../form-state.ts";

const CONTROLS = "input, select, textarea, button";

/** The field itself, else the nearest thing around it that has a place: `holes.k.x` → `holes.k`. */
function find(item: string | null, path: string): HTMLElement | null {
  for (let at = path; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf(".")))) {
    const place = document.querySelector<HTMLElement>(`[data-place="${placeName(item, at)}"]`);
    if (place) return place;
  }
  return null;
}

/** What is wrong with a hole or a cut-out as a whole is mostly where it is. */
function ofRow(path: string): string {
  return /^(?:holes|cutouts)\.[^.]+$/.test(path) ? `${path}.x` : path;
}

/** Once the page has drawn it: what was closed a moment ago opens first. */
export function focusField(item: string | null, path: string, tries = 5): void {
  requestAnimationFrame(() => {
    const place = find(item, ofRow(path));
    if (!place) {
      if (tries > 0) focusField(item, path, tries - 1);
      return;
    }
    const control = place.matches(CONTROLS) ? place : place.querySelector<HTMLElement>(CONTROLS);
    control?.focus();
    control?.scrollIntoView({ block: "center" });
  });
}
