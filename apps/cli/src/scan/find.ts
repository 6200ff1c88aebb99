import type { LeakOutcome, RecognizedToken } from "@katkey/keys";

/** A token of ours, where it stands, and what was done about it. Never the token itself. */
export interface Find extends RecognizedToken {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** All of it that is safe to show: its kind and its last four characters. */
  readonly maskedToken: string;
  /** `null`: nothing was to be done. */
  readonly outcome: LeakOutcome | null;
}

/** It lets somebody in, or nobody here can say that it does not. */
export function isAlarming({ state }: Pick<Find, "state">): boolean {
  return state === "live" || state === "unchecked";
}
