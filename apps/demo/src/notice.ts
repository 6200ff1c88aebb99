import { requestsPerMinuteOf, type OrganizationId, type Refusal, type Scope } from "@katkey/keys";
import type { AlikeUses } from "@katkey/keys/sqlite";
import type { Installation } from "./installation.ts";
import { dayMs, hourMs } from "./when.ts";

/** How long ago a traffic log still knows windows, and refusals. */
const known = { windows: 30 * dayMs, refusals: 7 * dayMs };
/** Nothing comes evenly: the busiest minute of an hour has so many times the requests of any other. */
const burst = 3;

/** What was asked for in an hour, and whether the limit refused some of it. */
interface Hour {
  readonly requests: number;
  readonly isFull: boolean;
}

/** What was said about a problem. */
const details: Readonly<Record<string, string>> = {
  insufficient_scope: "This needs a key with a scope that this one does not have.",
  browser_call_refused: "A browser made this request. API keys belong on servers.",
  rate_limited: "The organization's limit of requests per minute is used up.",
  product_not_found: "There is no such product in this environment.",
  precondition_failed: "The product has changed since it was read.",
  validation_failed: "The input is not acceptable.",
  text_engine_failed: "No text could be written.",
  internal_error: "Something went wrong on our side.",
};

/**
 * What a traffic log noticed of requests: each organization's fullest window of each hour, and for each kind of
 * refusal in an hour one of them.
 */
export function createNotice({ desk, traffic, newRequestId }: Installation, now: number) {
  const hoursOf = new Map<OrganizationId, Map<number, Hour>>();

  return {
    see(use: AlikeUses): void {
      if (now - use.at < known.windows) {
        const hours = hoursOf.get(use.organizationId) ?? new Map<number, Hour>();
        const hour = Math.floor(use.at / hourMs);
        const { requests, isFull } = hours.get(hour) ?? { requests: 0, isFull: false };
        const seen = { requests: requests + use.requests, isFull: isFull || use.cause === "rate_limited" };
        hoursOf.set(use.organizationId, hours.set(hour, seen));
      }
      if (use.cause !== "none" && now - use.at < known.refusals) {
        traffic.noteRefusal(refusalOf(use, newRequestId()));
      }
    },

    /** To be called when everything was seen. */
    async end(): Promise<void> {
      for (const [organizationId, hours] of hoursOf) {
        const organization = await desk.tenancy.findOrganization(organizationId);
        if (organization === null) continue;
        const limit = requestsPerMinuteOf(organization);
        for (const [hour, { requests, isFull }] of hours) {
          const at = Math.min(now, hour * hourMs + ((hour * 17) % 60) * 60_000);
          const busiest = isFull ? limit : Math.min(limit, Math.ceil((requests / 60) * burst));
          traffic.noteWindow(organizationId, { at, requests: busiest, limit });
        }
        // Written before the next organization's are noted.
        await traffic.peak(organizationId, { since: now });
      }
    },
  };
}

function refusalOf({ requests: _, refused: __, cause: code, ...use }: AlikeUses, requestId: string): Refusal {
  const errors = code === "validation_failed" ? [{ path: "name", message: "Must not be empty." }] : [];
  return {
    ...use,
    requestId,
    code,
    detail: details[code] ?? code,
    errors,
    scopes: scopesOf(use),
    limit: null,
  };
}

function scopesOf({ method, route }: Pick<AlikeUses, "method" | "route">): readonly Scope[] {
  const reads = method === "GET";
  if (route.startsWith("/v1/products")) return [reads ? "products:read" : "products:write"];
  if (route.startsWith("/v1/keys")) return [reads ? "keys:read" : "keys:write"];
  if (route.startsWith("/v1/billing")) return ["billing:read"];
  return route === "/v1/usage" ? ["usage:read"] : [];
}
