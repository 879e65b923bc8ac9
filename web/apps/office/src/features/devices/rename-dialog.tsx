/** Another name for a tablet; if somebody renamed it meanwhile, his name is shown before ours is kept. */
import { type DeviceOut, gatewayDevice, gatewayRenameDevice, Refusal } from "@vitrazh/api";
import { Button, Dialog, ErrorNote, Stack, TextField } from "@vitrazh/ui";
import { type FormEvent, useState } from "react";
import { useAction } from "../../shared/action.ts";
import { t } from "../../words.gen.ts";

const LONGEST = 100;

interface RenameProps {
  device: DeviceOut;
  onDone: () => void;
  onClose: () => void;
}

export function RenameDialog({ device, onDone, onClose }: RenameProps) {
  const [name, setName] = useState(device.name);
  const [fault, setFault] = useState("");
  const [current, setCurrent] = useState(device);
  const rename = useAction(
    async (_key: string, said: string, version: number) => {
      const path = { device_id: device.id };
      try {
        await gatewayRenameDevice({
          path,
          body: { name: said },
          headers: { "if-match": `"${version}"` },
        });
      } catch (error) {
        if (error instanceof Refusal && error.status === 412) {
          setCurrent((await gatewayDevice({ path })).data);
        }
        throw error;
      }
    },
    { done: onDone },
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    const said = name.trim();
    if (!said || said.length > LONGEST) setFault(t("devices.name-fault"));
    else void rename.run(said, current.version);
  }

  const renamed = current.name !== device.name;
  return (
    <Dialog title={t("devices.rename")} open onClose={onClose} size="s">
      <form onSubmit={submit}>
        <Stack>
          <TextField
            label={t("devices.name")}
            value={name}
            onChange={setName}
            error={fault || undefined}
            maxLength={LONGEST}
            hint={t("devices.name-hint")}
            autoFocus
          />
          {renamed ? (
            <ErrorNote error={t("devices.renamed-meanwhile", { name: current.name })} />
          ) : null}
          {rename.error && !renamed ? (
            <ErrorNote error={rename.error} onRetry={rename.again ?? undefined} />
          ) : null}
          <Button kind="main" type="submit" pending={rename.pending}>
            {renamed ? t("devices.keep-mine") : t("devices.save")}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
