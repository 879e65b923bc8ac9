/** The end of a tablet: asked once, because there is no way back but a new pairing. */
import { type DeviceOut, gatewayRevokeDevice, keyed } from "@vitrazh/api";
import { Button, Dialog, ErrorNote, notify, Stack } from "@vitrazh/ui";
import { useAction } from "../../shared/action.ts";
import { t } from "../../words.gen.ts";

interface RevokeProps {
  device: DeviceOut;
  onDone: () => void;
  onClose: () => void;
}

export function RevokeDialog({ device, onDone, onClose }: RevokeProps) {
  const revoke = useAction(
    async (key: string) => {
      await gatewayRevokeDevice({ path: { device_id: device.id }, headers: keyed(key) });
    },
    {
      done: () => {
        notify({ text: t("devices.revoked-now", { name: device.name }) });
        onDone();
      },
    },
  );
  return (
    <Dialog
      title={t("devices.revoke-title", { name: device.name })}
      open
      onClose={onClose}
      size="s"
      actions={
        <>
          <Button onClick={onClose}>{t("devices.keep")}</Button>
          <Button kind="danger" pending={revoke.pending} onClick={() => void revoke.run()}>
            {t("devices.revoke")}
          </Button>
        </>
      }
    >
      <Stack>
        <p>{t("devices.revoke-text")}</p>
        {revoke.error ? (
          <ErrorNote error={revoke.error} onRetry={revoke.again ?? undefined} />
        ) : null}
      </Stack>
    </Dialog>
  );
}
