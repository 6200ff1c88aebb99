import type { edit, exposeToken, revoke, Scope } from "@katkey/keys";
import type { PersonName } from "./people.ts";
import type { Traffic } from "./traffic.ts";
import type { When } from "./when.ts";

type Exposure = Parameters<typeof exposeToken>[2]["exposure"];
type Revocation = Parameters<typeof revoke>[2];

interface Happening {
  readonly at: When;
}

interface Change extends Happening {
  readonly by: PersonName;
}

export interface Rotating extends Change {
  readonly rotate: {
    readonly overlapHours: number;
    /** When the integration began to use the new secret. */
    readonly followed: When;
    /** Of its requests, 0 to 1; 1 unless told. */
    readonly share?: number;
  };
}

/** What became of a key after it was issued. */
export type KeyEvent =
  | Rotating
  | (Change & { readonly endOverlap: true })
  | (Change & { readonly edit: Omit<Parameters<typeof edit>[2], "keyId" | "responsibleMemberId"> })
  | (Change & { readonly handOver: PersonName })
  | (Change & { readonly revoke: Omit<Revocation, "keyId"> })
  | (Happening & { readonly expose: Omit<Exposure, "at"> });

/** The life of a key. */
export interface KeyStory {
  readonly name: string;
  readonly note?: string;
  /** `live` unless told. */
  readonly environment?: "test";
  /** Absent: all that its issuer can give. */
  readonly scopes?: readonly Scope[];
  readonly addresses?: readonly string[];
  readonly issued: When;
  /** A person, or the name of a key with `keys:write`. */
  readonly by: PersonName | { readonly key: string };
  readonly expires?: When;
  /** Absent: it was never used. */
  readonly traffic?: Traffic;
  readonly later?: readonly KeyEvent[];
}
