import type { Call } from "./call.ts";
import { KatkeyUnavailableError } from "./errors.ts";

/** For an answer of 200 that is no decision: by something else than Katkey, or by one that is newer than this client. */
export function malformed({ requestId, spends }: Call): KatkeyUnavailableError {
  const message = "What came back is no decision that this client understands.";
  const facts = { requestId, answeredStatus: 200, mayHaveCounted: spends };
  return new KatkeyUnavailableError("malformed_answer", message, facts);
}
