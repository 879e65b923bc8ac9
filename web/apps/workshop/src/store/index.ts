/** All that the screens need of the tablet's data. */
export { pair } from "../sync/identity.ts";
export { signWithoutPin } from "../sync/wake-sender.ts";
export { useUpdate } from "../update.ts";
export { act, dismissConflict, markSeen, touch } from "./act.ts";
export * from "./hooks.ts";
export { chooseTile, signIn, signOut } from "./operator.ts";
export {
  addPhoto,
  dropPhoto,
  type PhotoFault,
  PhotoRefused,
  photoUrl,
  pictureUrl,
} from "./photo.ts";
export { onSignal } from "./signals.ts";
export { left, mayAccept, type Step, standing, steps } from "./standing.ts";
export { NobodyAtTablet, StorageFull } from "./store.ts";
export type * from "./types.ts";
export { useWakeLock } from "./wake-lock.ts";
