import type { Manifest } from "./manifest.ts";

/**
 * What is wrong with a backup, in a sentence. `damaged`: it is not what was written, and is put in place by nobody.
 * `differs`: it is, but what was backed up had this difference already.
 */
export interface Fault {
  readonly kind: "damaged" | "differs";
  readonly text: string;
}

/** What was found when everything in a backup was looked at. */
export interface Examination {
  /** `null`: there is none that can be read. */
  readonly manifest: Manifest | null;
  readonly faults: readonly Fault[];
}

export const damaged = (text: string): Fault => ({ kind: "damaged", text });

export const differs = (text: string): Fault => ({ kind: "differs", text });
