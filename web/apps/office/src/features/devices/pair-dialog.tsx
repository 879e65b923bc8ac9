/** A code for a new tablet: big enough to be read across the room, valid for a few minutes. */
import { useQuery } from "@tanstack/react-query";
import { type DeviceOut, gatewayAllDevices, gatewayMakePairingCode, type Shop } from "@vitrazh/api";
import { Button, Choice, Dialog, ErrorNote, Pane, Stack } from "@vitrazh/ui";
import { nameOf } from "@vitrazh/words";
import { useEffect, useRef, useState } from "react";
import { useAction } from "../../shared/action.ts";
import { t } from "../../words.gen.ts";
import s from "./devices.module.css";

const SHOPS: Shop[] = ["workshop", "art-shop"];
/** While the code is shown, we look this often whether the tablet took it. */
const LOOK_MS = 2_000;

interface PairProps {
  known: DeviceOut[];
  onPaired: () => void;
  onClose: () => void;
}

export function PairDialog({ known, onPaired, onClose }: PairProps) {
  const [shop, setShop] = useState<Shop>("workshop");
  const make = useAction(async (_key: string, wanted: Shop) => {
    const { data } = await gatewayMakePairingCode({ body: { shop: wanted } });
    setCode(data);
  });
  const [code, setCode] = useState<{ code: string; expires_at: string } | null>(null);
  const left = useSecondsUntil(code?.expires_at);
  const paired = useNewDevice(known, code !== null, onPaired);
  return (
    <Dialog
      title={t("devices.pair")}
      open
      onClose={onClose}
      size="m"
      actions={
        <>
          <Button onClick={onClose}>{paired ? t("devices.done") : t("devices.close")}</Button>
          {paired ? null : (
            <Button
              kind={code && left ? "plain" : "main"}
              pending={make.pending}
              onClick={() => void make.run(shop)}
            >
              {code ? t("devices.another-code") : t("devices.make-code")}
            </Button>
          )}
        </>
      }
    >
      <Stack>
        {code ? null : (
          <Choice
            label={t("devices.for-shop")}
            value={shop}
            onChange={setShop}
            options={SHOPS.map((value) => ({ value, label: nameOf("shop", value) }))}
          />
        )}
        {make.error ? <ErrorNote error={make.error} onRetry={make.again ?? undefined} /> : null}
        {code && !paired ? (
          <>
            <ol className={s["steps"]}>
              <li>{t("devices.step-open", { address: `${location.origin}/shop/` })}</li>
              <li>{t("devices.step-enter", { shop: nameOf("shop", shop) })}</li>
            </ol>
            <output className={s["code"]} data-over={left ? undefined : true}>
              <span className={s["half"]}>{code.code.slice(0, 4)}</span>
              <span className={s["half"]}>{code.code.slice(4)}</span>
            </output>
            <p className={s["life"]} role={left ? undefined : "alert"}>
              {left ? t("devices.lives", { time: minutes(left) }) : t("devices.over")}
            </p>
          </>
        ) : null}
        {paired ? (
          <p role="status">
            <Pane kind="completed">{t("devices.paired-now", { name: paired.name })}</Pane>
          </p>
        ) : null}
      </Stack>
    </Dialog>
  );
}

/** `4:05`. */
function minutes(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function useSecondsUntil(instant: string | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!instant) return;
    setNow(Date.now());
    const clock = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(clock);
  }, [instant]);
  return instant ? Math.max(0, Math.ceil((Date.parse(instant) - now) / 1_000)) : 0;
}

/** The tablet that came since the dialog opened. */
function useNewDevice(known: DeviceOut[], looks: boolean, onPaired: () => void): DeviceOut | null {
  const before = useRef(new Set(known.map(({ id }) => id)));
  const { data } = useQuery({
    queryKey: ["devices", "pairing"],
    queryFn: async ({ signal }) =>
      (await gatewayAllDevices({ query: { limit: 200 }, signal })).data,
    enabled: looks,
    refetchInterval: (query) => (newest(query.state.data?.items) ? false : LOOK_MS),
    staleTime: 0,
    gcTime: 0,
  });
  function newest(items: DeviceOut[] | undefined): DeviceOut | null {
    return items?.find(({ id }) => !before.current.has(id)) ?? null;
  }
  const found = looks ? newest(data?.items) : null;
  const tell = useRef(onPaired);
  useEffect(() => {
    tell.current = onPaired;
  });
  const id = found?.id;
  useEffect(() => {
    if (id) tell.current();
  }, [id]);
  return found;
}
