import type { IncomingMessage } from "node:http";
import { addressOf } from "./forward.ts";
import type { RouteParts } from "./route-parts.ts";

/**
 * Ends the session that better-auth has just made, where what it was judged by was changed meanwhile: whoever changed
 * that has ended the sessions that there were then, and not this one.
 */
export async function takeBack(
  parts: RouteParts,
  request: IncomingMessage,
  response: Response,
): Promise<void> {
  const pairs = response.headers.getSetCookie().map((cookie) => cookie.split(";", 1)[0]);
  const session = await parts.sessionOf({ cookie: pairs.join("; ") });
  if (session !== null) await parts.endSession(session, addressOf(request));
}
