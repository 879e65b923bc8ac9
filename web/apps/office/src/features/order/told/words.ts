/** Channels and reasons of messages in words. */
import { nameOf } from "@vitrazh/words";
import { t } from "../../../words.gen.ts";

/** `SMS`, `звонок`; a channel nobody has named is shown as it came. */
export function channelName(channel: string | null | undefined): string {
  switch (channel) {
    case "sms":
    case "email":
    case "phone":
      return nameOf("contact-channel", channel);
    default:
      return channel ?? "";
  }
}

export function reasonWords(reason: string | null | undefined): string {
  switch (reason) {
    case "client-unknown":
    case "no-address":
    case "refused":
    case "unreachable":
    case "not-delivered":
    case "reopened":
    case "cancelled":
    case "issued":
    case "client-erased":
      return t(`order.reason.${reason}`);
    default:
      return reason ?? "";
  }
}
