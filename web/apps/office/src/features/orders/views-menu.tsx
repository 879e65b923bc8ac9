/** Views with a name: open one, keep this one, give somebody the link to it. */
import { Button, Dialog, DoneIcon, Menu, notify, Stack, TextField } from "@vitrazh/ui";
import { type FormEvent, useState } from "react";
import { t } from "../../words.gen.ts";
import { sameView, useSavedViews } from "./saved-views.ts";
import type { OrdersView } from "./view.ts";

const LONGEST_NAME = 40;

interface ViewsProps {
  view: OrdersView;
  onView: (view: OrdersView, replace: boolean) => void;
}

export function ViewsMenu({ view, onView }: ViewsProps) {
  const { views, save, remove } = useSavedViews();
  const [naming, setNaming] = useState(false);
  const current = views.find((one) => sameView(one.view, view));

  function keep(name: string): void {
    setNaming(false);
    if (save(name, view)) notify({ text: t("orders.view-saved", { name }) });
    else notify({ kind: "refusal", text: t("orders.view-not-saved") });
  }

  function forget({ name, view: forgotten }: { name: string; view: OrdersView }): void {
    remove(name);
    notify({
      text: t("orders.view-removed", { name }),
      undo: { run: () => void save(name, forgotten) },
    });
  }

  return (
    <>
      <Menu
        label={current?.name ?? t("orders.views")}
        items={[
          ...views.map((one) => ({
            label: one.name,
            icon: one === current ? <DoneIcon size={16} aria-hidden="true" /> : undefined,
            onClick: () => onView(one.view, false),
          })),
          { label: t("orders.view-save"), onClick: () => setNaming(true) },
          { label: t("orders.view-copy"), onClick: () => void copyLink() },
          ...(current
            ? [
                {
                  label: t("orders.view-remove", { name: current.name }),
                  onClick: () => forget(current),
                },
              ]
            : []),
        ]}
      />
      {naming ? <NameDialog onName={keep} onClose={() => setNaming(false)} /> : null}
    </>
  );
}

async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    notify({ text: t("orders.view-copied") });
  } catch {
    notify({ kind: "info", text: t("orders.view-not-copied") });
  }
}

interface NameProps {
  onName: (name: string) => void;
  onClose: () => void;
}

function NameDialog({ onName, onClose }: NameProps) {
  const [name, setName] = useState("");
  const [fault, setFault] = useState("");

  function submit(event: FormEvent): void {
    event.preventDefault();
    const said = name.trim();
    if (!said || said.length > LONGEST_NAME) setFault(t("orders.view-name-fault"));
    else onName(said);
  }

  return (
    <Dialog title={t("orders.view-save")} open onClose={onClose} size="s">
      <form onSubmit={submit}>
        <Stack>
          <TextField
            label={t("orders.view-name")}
            value={name}
            onChange={setName}
            error={fault || undefined}
            maxLength={LONGEST_NAME}
            autoFocus
          />
          <Button kind="main" type="submit">
            {t("orders.view-keep")}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
