/** Pictures for questions and defects: made small, kept until their command has gone. */
import { StorageFull, store, writing } from "./store.ts";

const LONGEST_PX = 1600;
const MOST_BYTES = 400_000;
/** What no tablet's camera makes; decoding it could take all memory. */
const HUGEST_BYTES = 60_000_000;
const QUALITIES = [0.85, 0.75, 0.65, 0.5, 0.35];

export type PhotoFault = "not-a-picture" | "heic" | "too-big" | "storage-full";

export class PhotoRefused extends Error {
  override readonly name = "PhotoRefused";
  readonly code: PhotoFault;
  constructor(code: PhotoFault) {
    super(code);
    this.code = code;
  }
}

async function isHeic(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 12).arrayBuffer());
  const text = String.fromCharCode(...head.slice(4));
  return text.startsWith("ftyp") && /hei|hev|mif1|msf1/.test(text.slice(4));
}

async function decode(file: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    throw new PhotoRefused((await isHeic(file)) ? "heic" : "not-a-picture");
  }
}

function jpeg(picture: ImageBitmap, longest: number, quality: number): Promise<Blob | null> {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext("2d");
  if (!pen) return Promise.resolve(null);
  pen.fillStyle = "#fff"; // JPEG knows no transparency.
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));
}

/** A picture as a JPEG of at most 1600 px and 400 kB. Throws PhotoRefused. */
export async function shrink(file: Blob): Promise<Blob> {
  if (file.size > HUGEST_BYTES) throw new PhotoRefused("too-big");
  const picture = await decode(file);
  try {
    for (const longest of [LONGEST_PX, LONGEST_PX / 2]) {
      for (const quality of QUALITIES) {
        const made = await jpeg(picture, longest, quality);
        if (!made) throw new PhotoRefused("not-a-picture");
        if (made.size <= MOST_BYTES) return made;
      }
    }
    throw new PhotoRefused("too-big");
  } finally {
    picture.close();
  }
}

/** Keeps a picture for the next question or defect; returns its id here. */
export async function addPhoto(file: Blob): Promise<string> {
  const made = await shrink(file);
  const [id, bytes] = [crypto.randomUUID(), await made.arrayBuffer()];
  try {
    const photo = { id, bytes, type: made.type, at: Date.now() };
    await writing(() => store.db.write(({ photos }) => photos.put(photo)));
  } catch (error) {
    if (error instanceof StorageFull) throw new PhotoRefused("storage-full");
    throw error;
  }
  return id;
}

/** An address to show a kept picture by; to be revoked by whoever asked. */
export async function photoUrl(id: string): Promise<string | null> {
  const photo = await store.db.read(({ photos }) => photos.get(id));
  return photo ? URL.createObjectURL(new Blob([photo.bytes], { type: photo.type })) : null;
}

/** The worker changed his mind. */
export async function dropPhoto(id: string): Promise<void> {
  await store.db.write(({ photos }) => photos.delete(id), "relaxed");
}

/** The address of an attachment as a shop may see it. */
export function pictureUrl(orderId: string, attachmentId: string): string {
  return `/api/work-orders/${orderId}/attachments/${attachmentId}/preview`;
}
