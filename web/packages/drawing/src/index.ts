export * from "./drawing.tsx";
export * from "./hole-list.tsx";
export type { Piece, PieceLike } from "./piece.ts";
export type { Detail, Fit, Scene } from "./scene.ts";
export { scene } from "./scene.ts";
export type { Of } from "./sheet.ts";
export { summary } from "./summary.ts";
export { svg } from "./svg.ts";
export { tidy } from "./tidy.ts";
