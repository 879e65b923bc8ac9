/** The glass alone, small: a shape is known sooner than a number is read. */
import { Drawing } from "@vitrazh/drawing";
import type { ReactNode } from "react";
import type { Item } from "../../store/index.ts";

const FIT = { width: 96, height: 96 };
const TEXT = 10;

export function Thumbnail({ piece }: { piece: Item["piece"] }): ReactNode {
  return <Drawing piece={piece} fit={FIT} text={TEXT} detail="shape" />;
}
