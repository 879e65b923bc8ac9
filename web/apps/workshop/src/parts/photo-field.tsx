/** A picture to go with a question or a defect: taken with the camera, made small here. */
import { type ChangeEvent, type ReactNode, useEffect, useState } from "react";
import { addPhoto, dropPhoto, type PhotoFault, PhotoRefused, photoUrl } from "../store/index.ts";
import { t } from "../words.gen.ts";
import { Press } from "./press.tsx";

export interface PhotoFieldProps {
  photo: string | null;
  onPhoto: (id: string | null) => void;
}

export function PhotoField({ photo, onPhoto }: PhotoFieldProps): ReactNode {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<PhotoFault | "other" | null>(null);
  const address = usePhoto(photo);
  const drop = () => {
    if (photo) void dropPhoto(photo);
    onPhoto(null);
  };
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    target.value = "";
    if (!file) return;
    setBusy(true);
    setFault(null);
    try {
      const id = await addPhoto(file);
      drop();
      onPhoto(id);
    } catch (error) {
      setFault(error instanceof PhotoRefused ? error.code : "other");
    } finally {
      setBusy(false);
    }
  };
  const label = photo ? "photo.again" : "photo.add";
  return (
    <div className="photo">
      {address ? <img src={address} alt={t("photo.alt")} /> : null}
      <label className="press plain" aria-disabled={busy || undefined}>
        {t(busy ? "photo.busy" : label)}
        <input
          className="hidden"
          type="file"
          accept="image/*"
          capture="environment"
          disabled={busy}
          onChange={take}
        />
      </label>
      {photo ? <Press onClick={drop}>{t("photo.drop")}</Press> : null}
      {fault ? (
        <p className="fault" role="alert">
          {t(fault === "other" ? "shop.broken" : `photo.${fault}`)}
        </p>
      ) : null}
    </div>
  );
}

/** An address of a kept picture for as long as it is shown. */
function usePhoto(id: string | null): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    setAddress(null);
    if (!id) return undefined;
    let [over, made] = [false, null as string | null];
    void photoUrl(id).then((url) => {
      if (over && url) URL.revokeObjectURL(url);
      else if (!over) {
        made = url;
        setAddress(url);
      }
    });
    return () => {
      over = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [id]);
  return address;
}
