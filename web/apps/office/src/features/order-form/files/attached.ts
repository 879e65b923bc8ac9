/** Files that the order has at the server already. */
import type { AttachmentOut } from "@vitrazh/api";
import { createContext } from "react";

export const AttachedContext = createContext<readonly AttachmentOut[]>([]);
