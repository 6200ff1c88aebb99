import type { LastUseView } from "../key-types.ts";

const day = 24 * 60 * 60 * 1_000;

/** Whether somebody would notice the end of a key today. */
export function wasUsedToday(lastUse: Pick<LastUseView, "at"> | null, now: number): boolean {
  return lastUse !== null && now - Date.parse(lastUse.at) < day;
}

/** As forgiving as eyes are: not about spaces at the ends or the composition of accents. */
export function isSameName(typed: string, name: string): boolean {
  return typed.trim().normalize("NFC") === name.trim().normalize("NFC");
}
