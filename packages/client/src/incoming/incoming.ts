/** A request at a backend, whatever framework it came through. */
export interface Incoming {
  readonly method: string;
  /** At least path and query. */
  readonly url: string;
  /** The Authorization headers, each by itself where the framework tells them apart. */
  readonly authorization: readonly string[];
  /** A header's value; null without one. */
  readonly header: (name: string) => string | null;
  readonly address: string | null;
  /** The pattern; null: not known. */
  readonly route: string | null;
}
