import type { IncomingMessage } from "node:http";
import { Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import { exposeStray } from "./authenticate.ts";
import { tokenIn } from "./stray-token.ts";

/** A token in a body would end up in a name or a note, where everybody can read it. @throws Problem */
export async function assertNoTokenInBody(services: Services, request: IncomingMessage, body: object) {
  const token = tokenIn(JSON.stringify(body), services.desk.brand);
  if (token === null) return;
  await exposeStray(services, request, token);
  throw new Problem("token_in_url", { detail: "The body holds a token. Its key is now marked as exposed." });
}
