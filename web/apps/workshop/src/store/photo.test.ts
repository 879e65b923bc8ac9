import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { settled } from "../sync/testing.ts";
import { addPhoto, PhotoRefused, photoUrl, shrink } from "./photo.ts";

/** Bytes that a canvas of so many pixels would make at this quality. */
let bytesOf: (width: number, quality: number) => number;
let made: { width: number; height: number; quality: number }[];

beforeEach(() => {
  made = [];
  bytesOf = () => 1_000;
  vi.stubGlobal("createImageBitmap", async (file: Blob) => {
    const text = await file.text();
    const [width, height] = text.split("x").map(Number);
    if (!width || !height) throw new DOMException("no picture", "InvalidStateError");
    return { width, height, close: vi.fn() };
  });
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue({
    fillRect: vi.fn(),
    drawImage: vi.fn(),
  } as never);
  vi.spyOn(HTMLCanvasElement.prototype, "toBlob").mockImplementation(function (
    this: HTMLCanvasElement,
    done,
    type,
    quality,
  ) {
    const at = quality ?? 1;
    made.push({ width: this.width, height: this.height, quality: at });
    done(new Blob([new Uint8Array(bytesOf(this.width, at))], { type: type ?? "" }));
  });
});

afterEach(() => void vi.unstubAllGlobals());

const file = (text: string) => new Blob([text]);

describe("a picture", () => {
  it("is made no longer than 1600 px, its proportions kept", async () => {
    expect((await shrink(file("4000x3000"))).type).toBe("image/jpeg");
    expect(made).toEqual([{ width: 1600, height: 1200, quality: 0.85 }]);
  });

  it("that is small is not made bigger", async () => {
    await shrink(file("300x200"));
    expect(made[0]).toMatchObject({ width: 300, height: 200 });
  });

  it("loses quality, then size, until it is at most 400 kB", async () => {
    bytesOf = (width, quality) => width * 400 * quality;
    expect((await shrink(file("4000x3000"))).size).toBeLessThanOrEqual(400_000);
    expect(made.map(({ quality }) => quality)).toEqual([0.85, 0.75, 0.65, 0.5]);
    made = [];
    bytesOf = (width) => (width > 800 ? 500_000 : 300_000);
    await shrink(file("4000x3000"));
    expect(made.at(-1)).toMatchObject({ width: 800, quality: 0.85 });
  });

  it("is kept for its command, and can be looked at", async () => {
    const db = await settled([]);
    const id = await addPhoto(file("40x30"));
    expect(await db.read(({ photos }) => photos.get(id))).toMatchObject({ type: "image/jpeg" });
    URL.createObjectURL = vi.fn(() => "blob:x");
    expect(await photoUrl(id)).toBe("blob:x");
    expect(await photoUrl("none")).toBeNull();
  });
});

describe("what is no picture", () => {
  it.each([
    ["a text", file("hello"), "not-a-picture"],
    ["a HEIC that this browser cannot read", file("\0\0\0\u0018ftypheic"), "heic"],
    ["something huge", { size: 70_000_000 } as Blob, "too-big"],
  ])("%s is refused with its reason", async (_, given, code) => {
    const end = shrink(given);
    await expect(end).rejects.toBeInstanceOf(PhotoRefused);
    await expect(end).rejects.toMatchObject({ code });
  });

  it("finds no room on a full tablet", async () => {
    await settled([]);
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    await expect(addPhoto(file("40x30"))).rejects.toMatchObject({ code: "storage-full" });
  });
});
