export const exposureKinds = ["browser", "url", "report"] as const;

/** Proof that a secret reached a place where it can be read. */
export type Exposure = Sighting | LeakReport;

/** A request of ours that carried it: a browser's, or one with the token in its URL or body. */
export interface Sighting {
  readonly at: number;
  readonly by: "browser" | "url";
  readonly origin: string | null;
  readonly address: string | null;
}

/** Somebody has found it elsewhere. */
export interface LeakReport {
  readonly at: number;
  readonly by: "report";
  /** Who found it, and in what: `github commit`, `scan`. In the reporter's words, at most 100 characters. */
  readonly source: string;
  /** Where it is, as it was reported: an address, a path, or nothing that is known. To be read, never to be followed. */
  readonly url: string | null;
}
