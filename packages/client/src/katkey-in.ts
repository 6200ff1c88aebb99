import type { Surroundings } from "./ask.ts";
import type { Katkey } from "./katkey.ts";
import { settingsOf, type KatkeyOptions } from "./options.ts";
import { rememberingVerify } from "./remembering-verify.ts";
import { verifyBatch } from "./verify-batch.ts";

/** A client with a clock and chance of one's own. @throws KatkeyConfigurationError when an option cannot be right */
export function katkeyIn(surroundings: Surroundings, options: KatkeyOptions): Katkey {
  const settings = settingsOf(options);
  const { verify, clearCache } = rememberingVerify(settings, surroundings);
  return {
    publicUrl: settings.publicUrl,
    verify,
    verifyBatch: (questions, { signal } = {}) =>
      verifyBatch(settings, questions, { ...surroundings, signal }),
    clearCache,
  };
}
