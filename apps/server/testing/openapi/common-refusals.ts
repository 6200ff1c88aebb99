import { randomUUID } from "node:crypto";
import { KeyError } from "@katkey/keys";
import type { DocumentedRoute } from "../../src/rest/openapi/documented-route.ts";
import type { ProblemCode } from "../../src/http/problems.ts";
import type { Reply } from "../server.ts";
import { appTokenLifetimeMs, disconnected } from "../app-token.ts";
import { leak } from "../leak.ts";
import { replyOf } from "./raw-reply.ts";
import type { Provocation } from "./recipe.ts";
import { beBusy, type World } from "./world.ts";

/** What can be wrong with any request, and with any that has a body. */
export const commonRefusals: Readonly<Partial<Record<ProblemCode, Provocation>>> = {
  missing_credentials: (_world, send) => send({ token: null }),
  invalid_request: (_world, send) => send({ token: null, headers: { authorization: "Bearer a b" } }),
  invalid_token: (world, send) => send({ token: "kat_live_x", headers: from(world) }),
  key_expired: async (world, send) => {
    const { token } = await world.key({ expiresAt: world.server.clock.now() + 1 });
    world.server.clock.advance(1);
    return send({ token, headers: from(world) });
  },
  key_revoked: async (world, send) => {
    const { token } = await world.key();
    await world.server.send("/v1/keys/self/revoke", { method: "POST", token });
    return send({ token, headers: from(world) });
  },
  secret_retired: async (world, send) => {
    const { key, token } = await world.key();
    const path = `/v1/keys/${key.id}/rotate`;
    await world.server.send(path, { method: "POST", token: world.token, body: { overlapSeconds: 0 } });
    return send({ token, headers: from(world) });
  },
  secret_quarantined: async (world, send) => {
    const { token } = await world.key();
    await leak(world.server, token);
    return send({ token, headers: from(world) });
  },
  app_disconnected: async (world, send) => {
    const made = await world.appToken();
    await disconnected(world.server, world.organization, made);
    return send({ token: made.token, headers: from(world) });
  },
  token_expired: async (world, send) => {
    const { token } = await world.appToken();
    const { clock } = world.server;
    clock.jump(appTokenLifetimeMs);
    // The rest of the document happens at noon.
    return send({ token, headers: from(world) }).finally(() => clock.jump(-appTokenLifetimeMs));
  },
  api_key_required: async (world, send) => send({ token: (await world.appToken()).token }),
  too_many_failures: async (world, send) => {
    const headers = from(world);
    for (let failures = 0; failures < 3; failures += 1) await send({ token: "kat_live_x", headers });
    return send({ token: "kat_live_x", headers });
  },
  organization_suspended: (world, send) => world.whileOrganizationIs({ suspendedAt: 1 }, send),
  api_access_disabled: (world, send) => world.whileOrganizationIs({ apiAccess: false }, send),
  rate_limited: async (world, send) => {
    await world.server.send("/v1/user", { token: world.token });
    return world.whileOrganizationIs({ requestsPerMinute: 1 }, send);
  },
  browser_call_refused: (_world, send) => send({ headers: { origin: "https://shop.example" } }),
  ip_not_allowed: async (world, send) => {
    const { token } = await world.key({ addresses: ["203.0.113.0/24"] });
    return send({ token });
  },
  insufficient_scope: async (world, send) => {
    const { token } = await world.key({ scopes: [] });
    return send({ token });
  },
  token_in_url: (_world, send) => send({ query: "token=x" }),
  validation_failed: (_world, send) => send({ query: "nonsense=1" }),
  malformed_json: (_world, send) => send({ body: "{" }),
  body_too_large: (_world, send) => send({ body: { name: "x".repeat(110_000) } }),
  unsupported_media_type: (_world, send) => send({ body: "{}", headers: { "content-type": "text/plain" } }),
  expectation_failed: (_world, send) => send({ headers: { expect: "the-unexpected" } }),
  header_too_large: (_world, send) => send({ headers: { "x-long": "x".repeat(17_000) } }),
  precondition_failed: (_world, send) => send({ headers: { "if-match": '"999"' } }),
  idempotency_key_invalid: (_world, send) => send({ headers: { "idempotency-key": "two words" } }),
  idempotency_key_reused: async (_world, send, recipe) => {
    const headers = { "idempotency-key": randomUUID() };
    await send({ headers, body: recipe.once?.body() });
    return send({ headers, body: recipe.once?.body() });
  },
  idempotency_in_progress: async (world, send, { once }) => {
    const sending = { headers: { "idempotency-key": randomUUID() }, body: once?.body() };
    const second = new Promise<Reply>((resolve) => {
      world.before(once?.method ?? "", async () => resolve(await send(sending)));
    });
    await send(sending);
    return second;
  },
  internal_error: (world, send) => {
    world.before("findSecret", () => {
      throw new Error("provoked");
    });
    return send();
  },
  busy: (world, send) => {
    world.before("findSecret", beBusy);
    return send();
  },
  storage_full: (world, send) => {
    world.before("findSecret", () => {
      throw new KeyError("storage_full", "The disk is full. Nothing was changed.");
    });
    return send();
  },
  storage_unavailable: (world, send) => {
    world.before("findSecret", () => {
      throw new KeyError("storage_unavailable", "The disk cannot be written to. Nothing was changed.");
    });
    return send();
  },
  storage_damaged: (world, send) => {
    world.before("findSecret", () => {
      throw new KeyError("storage_damaged", "A part of the database is damaged. Nothing was changed.");
    });
    return send();
  },
  schema_altered: (world, send) => {
    world.before("findSecret", () => {
      throw new KeyError("schema_altered", "Somebody has altered the database. Nothing was changed.");
    });
    return send();
  },
};

/** A request that two servers could read as two different ones; no well-kept client sends it. */
export async function malformed({ server }: World, { method, path }: DocumentedRoute): Promise<Reply> {
  const target = path.replaceAll(/[{}]/g, "");
  const head = `${method} ${target} HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n`;
  return replyOf(await server.raw(head));
}

/** Failures are counted by address: each provocation has its own. */
function from(world: World) {
  return { "x-forwarded-for": world.anAddress() };
}
