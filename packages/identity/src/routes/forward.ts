import type { IncomingMessage } from "node:http";
import type { ReserveShare } from "@katkey/keys/sqlite";
import type { AuthAnswer } from "./auth-handler.ts";
import { tooManyAttempts } from "./auth-refusal.ts";
import { basePath, clientAddressHeader } from "./auth-paths.ts";
import type { Auth } from "../auth/auth.ts";
import type { AuthWriting } from "../auth/auth-writing.ts";
import type { AuthCookie, AuthCookies } from "../auth/cookie.ts";

export interface Forwarding {
  readonly auth: Auth;
  readonly writing: AuthWriting;
  readonly origin: string;
  readonly cookies: AuthCookies;
}

interface Forwarded {
  readonly path: string;
  readonly body?: object;
  /** Those that better-auth may see: which of them it finds decides what it does. */
  readonly cookies: readonly AuthCookie[];
  /** better-auth answers 500 to what it cannot read of a client's. */
  readonly faultIsRefusal?: boolean;
  /** Of the room that a full disk leaves. */
  readonly share?: ReserveShare;
  /** Whether what it was judged by is still so: see `AuthWriting.judgedBy`. */
  readonly holds?: () => boolean;
}

const forwardedHeaders = ["user-agent", "origin", clientAddressHeader];

/** What better-auth answers to a request that we make of this one. @throws AuthRefusal `too_many_attempts`, KeyError `busy`, `storage_…` */
export async function forward(
  { auth, writing, origin }: Forwarding,
  request: IncomingMessage,
  { path, body, cookies, faultIsRefusal = false, share = "none", holds }: Forwarded,
): Promise<Response> {
  const headers = new Headers({ "content-type": "application/json", cookie: only(cookies, request) });
  for (const name of forwardedHeaders) {
    const value = request.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  const call = body === undefined ? { method: "GET" } : { method: "POST", body: JSON.stringify(body) };
  const asked = new Request(`${origin}${basePath}${path}`, { ...call, headers });
  const response = await writing.during(share, () => {
    if (holds !== undefined) writing.judgedBy(holds);
    return auth.handler(asked);
  });
  if (response.status === 429) throw tooManyAttempts(Number(response.headers.get("x-retry-after")));
  if (response.status >= 500 && !faultIsRefusal)
    throw new Error(`better-auth answered ${path} with ${response.status}`);
  return response;
}

function only(cookies: readonly AuthCookie[], { headers }: IncomingMessage): string {
  const sent = (headers.cookie ?? "").split(";").map((pair) => pair.trim());
  return sent.filter((pair) => cookies.some(({ name }) => pair.startsWith(`${name}=`))).join("; ");
}

/** better-auth's cookies, without those of features that are off here, which it clears. */
export function answerWith(
  { cookies }: Pick<Forwarding, "cookies">,
  response: Response,
  body: object,
): AuthAnswer {
  const ours = Object.values(cookies).map(({ name }) => `${name}=`);
  const isOurs = (cookie: string) => ours.some((start) => cookie.startsWith(start));
  return { cookies: response.headers.getSetCookie().filter(isOurs), body };
}

export function addressOf(request: IncomingMessage): string | null {
  const address = request.headers[clientAddressHeader];
  return typeof address === "string" ? address : null;
}
