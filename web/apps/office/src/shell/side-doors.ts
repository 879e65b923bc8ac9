/** Links of this installation to its sandboxes and traces, as the gateway writes them into the page. */

const DOORS = ["mail", "sms", "traces"] as const;

export interface SideDoor {
  name: (typeof DOORS)[number];
  address: string;
}

/** None where the page was not served by the gateway, or where there are none. */
export function sideDoors(): SideDoor[] {
  const written = document.querySelector<HTMLMetaElement>('meta[name="vitrazh-links"]')?.content;
  try {
    const said: unknown = JSON.parse(written ?? "{}");
    if (said === null || typeof said !== "object") return [];
    const addresses = said as Record<string, unknown>;
    return DOORS.flatMap((name) => {
      const address = addresses[name];
      return typeof address === "string" && /^https?:/.test(address) ? [{ name, address }] : [];
    });
  } catch {
    return [];
  }
}
