/** The tablet's screens. */
export { Workshop as Screens } from "./workshop.tsx";
