/** A field that finds as one types (ARIA 1.2 combobox); the list comes from the caller, maybe later. */
import { type FocusEvent, type ReactNode, type Ref, useEffect, useId, useRef } from "react";
import { cx } from "../cx.ts";
import { hideLayer, POPOVER, placeBelow, showLayer } from "../layers/floating.ts";
import { t } from "../words.gen.ts";
import { type Choosing, useChoosing } from "./choosing.ts";
import s from "./combobox.module.css";
import field from "./field.module.css";
import { FieldFrame, type FieldProps, useFieldIds } from "./field.tsx";

export interface ComboboxOption {
  id: string;
  label: ReactNode;
  detail?: ReactNode;
  disabled?: boolean;
}

export interface ComboboxProps extends FieldProps {
  query: string;
  onQuery: (text: string) => void;
  options: readonly ComboboxOption[];
  onChoose: (id: string) => void;
  /** The options are still those of an earlier query, or none. */
  loading?: boolean;
  /** The sentence when nothing fits. */
  empty?: ReactNode;
  /** Below the list: "a new client". */
  footer?: ReactNode;
  placeholder?: string;
  autoFocus?: boolean;
  disabled?: boolean;
  hideLabel?: boolean;
  inputMode?: "text" | "tel" | "numeric" | "search";
  inputRef?: Ref<HTMLInputElement>;
  onBlur?: () => void;
}

export function Combobox(props: ComboboxProps) {
  const { query, onQuery, options, loading = false } = props;
  const ids = useFieldIds(props.error, props.hint);
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  const choosing = useChoosing(props);
  const open = choosing.open && Boolean(query.trim() || options.length);
  const active = open ? choosing.active : -1;

  function leave(event: FocusEvent<HTMLDivElement>) {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    choosing.setOpen(false);
    props.onBlur?.();
  }

  return (
    <FieldFrame
      label={props.label}
      error={props.error}
      hint={props.hint}
      {...(props.required ? { required: true } : {})}
      className={cx(props.className, props.hideLabel && field["hidden-label"])}
      ids={ids}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears the focus leave */}
      <div ref={box} className={s["box"]} onBlur={leave}>
        <input
          ref={props.inputRef}
          id={ids.control}
          type="text"
          role="combobox"
          className={field["control"]}
          value={query}
          placeholder={props.placeholder}
          inputMode={props.inputMode}
          disabled={props.disabled}
          required={props.required}
          // biome-ignore lint/a11y/noAutofocus: the caller opens the field by an action of the person
          autoFocus={props.autoFocus}
          data-autofocus={props.autoFocus || undefined}
          autoComplete="off"
          spellCheck={false}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-expanded={open && options.length > 0}
          aria-controls={open && options.length ? listId : undefined}
          aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
          aria-invalid={props.error ? true : undefined}
          aria-describedby={ids.describedBy}
          aria-busy={loading || undefined}
          onChange={(event) => {
            onQuery(event.currentTarget.value);
            choosing.typed();
          }}
          onClick={() => choosing.setOpen(true)}
          onKeyDown={(event) => choosing.key(event, open)}
        />
        {open ? (
          <Found {...props} listId={listId} labelId={ids.label} anchor={box} choosing={choosing} />
        ) : null}
      </div>
      <span role="status" className={s["said"]}>
        {open && !loading ? t("ui.found", { count: options.length }) : ""}
      </span>
    </FieldFrame>
  );
}

interface FoundProps extends ComboboxProps {
  listId: string;
  labelId: string;
  anchor: { current: HTMLElement | null };
  choosing: Choosing;
}

/** The list below the field, in the browser's top layer. */
function Found({ options, loading, empty, footer, listId, labelId, anchor, choosing }: FoundProps) {
  const layer = useRef<HTMLDivElement>(null);
  const { active } = choosing;
  useEffect(() => {
    const [around, list] = [anchor.current, layer.current];
    if (!around || !list) return;
    list.style.width = `${around.offsetWidth}px`;
    showLayer(list);
    const stop = placeBelow(around, list);
    return () => {
      stop();
      hideLayer(list);
    };
  }, [anchor]);
  useEffect(() => {
    if (active >= 0) {
      document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: "nearest" });
    }
  }, [active, listId]);
  return (
    <div ref={layer} {...POPOVER} className={s["dropdown"]}>
      {options.length ? (
        <div
          id={listId}
          role="listbox"
          tabIndex={-1}
          aria-labelledby={labelId}
          className={cx(s["options"], loading && s["stale"])}
        >
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
            <div
              key={option.id}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              aria-disabled={option.disabled || undefined}
              className={s["option"]}
              // The field keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choosing.choose(index)}
            >
              <span className={s["label"]}>{option.label}</span>
              {option.detail ? <span className={s["detail"]}>{option.detail}</span> : null}
            </div>
          ))}
        </div>
      ) : (
        <p className={s["empty"]}>
          {loading ? t("ui.searching") : (empty ?? t("ui.nothing-found"))}
        </p>
      )}
      {footer ? <div className={s["footer"]}>{footer}</div> : null}
    </div>
  );
}
