import type { KeyView } from "../../../lib/api/api-types.ts";

/** A key and the token of its newest secret, which is seen only now. */
export interface NewSecret {
  readonly key: KeyView;
  readonly token: string;
}
