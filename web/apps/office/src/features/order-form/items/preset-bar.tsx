/** The first choice of an item: one click or one number key fills everything but the size. */
import { Keys, useShortcut } from "@vitrazh/ui";
import { type KeyboardEvent, useRef } from "react";
import { t } from "../../../words.gen.ts";
import { keyOfPreset, PRESETS, type Preset, presetOfKey } from "../model/presets.ts";

interface Props {
  onChoose: (preset: Preset) => void;
  first: boolean;
}

export function PresetBar({ onChoose, first }: Props) {
  const group = useRef<HTMLDivElement>(null);
  useShortcut("ctrl+i", () => focusPresets(), { label: t("order-form.add-item") });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const preset = presetOfKey(event.key);
    if (preset) {
      event.preventDefault();
      onChoose(preset);
      return;
    }
    const tiles = [...(group.current?.querySelectorAll("button") ?? [])];
    const now = tiles.indexOf(document.activeElement as HTMLButtonElement);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined || now < 0) return;
    event.preventDefault();
    tiles[(now + step + tiles.length) % tiles.length]?.focus();
  };
  return (
    <section className="of-presets" aria-label={t("order-form.add-item")} data-place="order:items">
      <h2>
        {first ? t("order-form.what") : t("order-form.add-item")}
        {first ? null : <Keys keys="ctrl+i" decorative />}
      </h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the tiles inside */}
      <div ref={group} className="of-tiles" onKeyDown={onKeyDown}>
        {PRESETS.map((preset) => (
          <PresetTile key={preset} preset={preset} onChoose={onChoose} />
        ))}
      </div>
    </section>
  );
}

function PresetTile({ preset, onChoose }: { preset: Preset } & Pick<Props, "onChoose">) {
  const key = keyOfPreset(preset);
  return (
    <button
      type="button"
      className="of-tile"
      data-preset={preset}
      {...(key ? { "aria-keyshortcuts": key } : {})}
      onClick={() => onChoose(preset)}
    >
      <span>{t(`order-form.preset.${preset}`)}</span>
      {key ? <Keys keys={key} decorative /> : null}
    </button>
  );
}

/** Puts the keyboard on the presets: the next number key makes an item. */
export function focusPresets(root: ParentNode = document): void {
  root.querySelector<HTMLButtonElement>("button[data-preset]")?.focus();
}
