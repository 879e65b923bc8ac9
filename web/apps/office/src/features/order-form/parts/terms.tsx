/** When, how soon, where, whose, for how much: what is said of the order as a whole. */
import type { Urgency } from "@vitrazh/api";
import { Choice, Select, TextField } from "@vitrazh/ui";
import { day, nameOf } from "@vitrazh/words";
import { type ReactNode, useState } from "react";
import { useColleagues, useOffices } from "../../../shared/names.ts";
import { useMay, useSession } from "../../../shared/session.ts";
import { t } from "../../../words.gen.ts";
import { useFormDesk } from "../form-state.ts";
import type { OrderForm } from "../model/form.ts";
import { FieldPlace } from "./fields.tsx";
import { usualPromise } from "./promise.ts";

const URGENCIES: Urgency[] = ["normal", "urgent", "client-waits"];

function useTerm(path: keyof OrderForm) {
  const { change, faultAt, attempted } = useFormDesk();
  const fault = faultAt(null, path);
  return {
    error: fault && (attempted || !fault.empty) ? fault.sentence : undefined,
    set: (next: Partial<OrderForm>) => change((now) => ({ ...now, ...next })),
  };
}

function Term({ path, children }: { path: keyof OrderForm; children: ReactNode }) {
  return (
    <FieldPlace item={null} path={path} className="of-term">
      {children}
    </FieldPlace>
  );
}

export function Terms({ taker }: { taker: string | null }) {
  const seesPrices = useMay()("orders.price.read");
  return (
    <section className="of-terms" aria-label={t("order-form.terms")}>
      <Promised taker={taker} />
      <UrgencyChoice />
      <Pickup taker={taker} />
      <Manager />
      {seesPrices ? <Price /> : null}
    </section>
  );
}

function Promised({ taker }: { taker: string | null }) {
  const { form } = useFormDesk();
  const { error, set } = useTerm("promisedOn");
  const office = useOffices().find((one) => one.id === (form.pickup || taker));
  const usual = office && form.promisedOn === "" ? day(usualPromise(office)) : null;
  return (
    <Term path="promisedOn">
      <TextField
        label={t("order-form.promised")}
        type="date"
        value={form.promisedOn}
        onChange={(promisedOn) => set({ promisedOn })}
        error={error}
        hint={usual ? t("order-form.promised-usual", { day: usual }) : undefined}
      />
    </Term>
  );
}

function UrgencyChoice() {
  const { form } = useFormDesk();
  const { error, set } = useTerm("urgency");
  return (
    <Term path="urgency">
      <Choice
        label={t("order-form.urgency")}
        value={form.urgency}
        onChange={(urgency) => set({ urgency })}
        options={URGENCIES.map((value) => ({ value, label: nameOf("urgency", value) }))}
        error={error}
      />
    </Term>
  );
}

function Pickup({ taker }: { taker: string | null }) {
  const { form } = useFormDesk();
  const { error, set } = useTerm("pickup");
  const offices = useOffices().filter((one) => one.active || one.id === form.pickup);
  return (
    <Term path="pickup">
      <Select
        label={t("order-form.pickup")}
        value={form.pickup || (taker ?? "")}
        onChange={(pickup) => set({ pickup: pickup === taker ? "" : pickup })}
        options={offices.map((one) => ({ value: one.id, label: one.name }))}
        error={error}
      />
    </Term>
  );
}

function Manager() {
  const { form } = useFormDesk();
  const { error, set } = useTerm("manager");
  const me = useSession().staff_id ?? "";
  const managers = useColleagues().filter(
    (one) => one.id === form.manager || one.id === me || (one.active && one.roles.includes("desk")),
  );
  return (
    <Term path="manager">
      <Select
        label={t("order-form.manager")}
        value={form.manager || me}
        onChange={(manager) => set({ manager: manager === me ? "" : manager })}
        options={managers.map((one) => ({ value: one.id, label: one.name }))}
        error={error}
      />
    </Term>
  );
}

function Price() {
  const { form, attempted } = useFormDesk();
  const { error, set } = useTerm("price");
  const [typing, setTyping] = useState(false);
  return (
    <Term path="price">
      <TextField
        label={t("order-form.price")}
        value={form.price}
        inputMode="decimal"
        suffix="₽"
        onChange={(price) => set({ price })}
        error={typing && !attempted ? undefined : error}
        onFocus={() => setTyping(true)}
        onBlur={() => setTyping(false)}
      />
    </Term>
  );
}

/** Office that takes the order: asked only of those who sit in none. */
export function Taker() {
  const { form } = useFormDesk();
  const { error, set } = useTerm("office");
  const offices = useOffices().filter((one) => one.active);
  return (
    <Term path="office">
      <Select
        label={t("order-form.office")}
        value={form.office}
        onChange={(office) => set({ office })}
        options={offices.map((one) => ({ value: one.id, label: one.name }))}
        error={error}
        required
      />
    </Term>
  );
}
