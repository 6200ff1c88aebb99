import { KeyError } from "@katkey/keys";
import type { Provocation, Recipe, Sending } from "./recipe.ts";
import type { World } from "./world.ts";

let bodies = 0;

const nobody = { parameters: { id: "key_0" } };

async function aKeyOfTheirs(world: World): Promise<Sending> {
  const { key } = await world.key();
  return { parameters: { id: key.id } };
}

function rotate({ server, token }: World, id: string) {
  return server.send(`/v1/keys/${id}/rotate`, { method: "POST", token, body: { overlapSeconds: 3_600 } });
}

/** With a key of its own. */
async function as(world: World, options: Parameters<World["key"]>[0]): Promise<Sending> {
  const { token } = await world.key(options);
  return { token };
}

/** The key that acts is revoked just before the store would do what it asks for. */
const outrun =
  (method: string): Provocation =>
  async (world, send) => {
    const { token } = await world.key();
    world.before(method, () => world.server.send("/v1/keys/self/revoke", { method: "POST", token }));
    return send({ token });
  };

/** Somebody has changed a row past the server, which is found when the change is made. */
const unsound =
  (method: string): Provocation =>
  (world, send) => {
    world.before(method, () => {
      throw new KeyError("rows_unsound", "What is stored of it is not what was sealed.");
    });
    return send();
  };

const ended = {
  key_already_revoked: async (world, send) => {
    const { key, token } = await world.key();
    await world.server.send("/v1/keys/self/revoke", { method: "POST", token });
    return send({ parameters: { id: key.id } });
  },
  key_already_expired: async (world, send) => {
    const { key } = await world.key({ expiresAt: world.server.clock.now() + 1 });
    world.server.clock.advance(1);
    return send({ parameters: { id: key.id } });
  },
} as const satisfies Recipe["refusals"];

const notFound: Recipe["refusals"] = { key_not_found: (_world, send) => send(nobody) };

export const keyRecipes: Readonly<Record<string, Recipe>> = {
  listKeys: { refusals: { cursor_invalid: (_world, send) => send({ query: "cursor=x" }) } },

  getKey: { prepare: aKeyOfTheirs, refusals: notFound },

  issueKey: {
    once: {
      method: "insertKey",
      body: () => ({ name: `Key ${(bodies += 1)} of many`, environment: "live" }),
    },
    refusals: {
      environment_not_allowed: async (world, send) => send(await as(world, { environment: "test" })),
      scope_unknown: (_world, send) =>
        send({ body: { name: "Unknown", environment: "live", scopes: ["orders:read"] } }),
      scope_not_allowed: async (world, send) => send(await as(world, { scopes: ["keys:write"] })),
      expiry_not_allowed: (_world, send) =>
        send({ body: { name: "Past", environment: "live", expiresAt: "2020-01-01T00:00:00Z" } }),
      addresses_invalid: (_world, send) =>
        send({ body: { name: "Nowhere", environment: "live", addresses: ["nowhere"] } }),
      addresses_not_allowed: async (world, send) => send(await as(world, { addresses: ["127.0.0.1"] })),
      key_limit_reached: async (world, send) => {
        const standard = await world.another("standard");
        const [token = ""] = await world.tokensOf(standard, 5);
        return send({ token, body: { name: "Sixth", environment: "live" } });
      },
      key_name_taken: async (world, send) => {
        const { key } = await world.key();
        return send({ body: { name: key.name, environment: "live" } });
      },
      rows_unsound: unsound("insertKey"),
      authority_lost: outrun("insertKey"),
    },
  },

  editKey: {
    prepare: aKeyOfTheirs,
    refusals: {
      ...notFound,
      ...ended,
      scope_unknown: (_world, send) => send({ body: { scopes: ["orders:read"] } }),
      scope_not_allowed: async (world, send) => {
        const { token } = await world.key({ scopes: ["keys:write"] });
        const { key } = await world.key({ scopes: [] });
        return send({ token, parameters: { id: key.id }, body: { scopes: ["usage:read"] } });
      },
      expiry_not_allowed: (_world, send) => send({ body: { expiresAt: "2020-01-01T00:00:00Z" } }),
      addresses_invalid: (_world, send) => send({ body: { addresses: ["nowhere"] } }),
      addresses_not_allowed: async (world, send) => {
        const { token } = await world.key({ addresses: ["127.0.0.1"] });
        const { key } = await world.key({ addresses: ["192.0.2.0/24"] });
        return send({ token, parameters: { id: key.id }, body: { addresses: ["203.0.113.0/24"] } });
      },
      key_name_taken: async (world, send) => {
        const { key } = await world.key();
        return send({ body: { name: key.name } });
      },
      key_changed: async (world, send) => {
        const { key } = await world.key();
        const path = `/v1/keys/${key.id}`;
        const sent = { method: "PATCH", token: world.token, body: { note: "meanwhile" } };
        world.before("edit", () => world.server.send(path, sent));
        return send({ parameters: { id: key.id } });
      },
      rows_unsound: unsound("edit"),
      authority_lost: outrun("edit"),
    },
  },

  rotateKey: {
    prepare: aKeyOfTheirs,
    once: { method: "rotate", body: () => ({ overlapSeconds: (bodies += 1) }) },
    refusals: {
      ...notFound,
      ...ended,
      scope_not_allowed: async (world, send) => send(await as(world, { scopes: ["keys:write"] })),
      expiry_not_allowed: async (world, send) =>
        send(await as(world, { expiresAt: world.server.clock.now() + 60_000 })),
      addresses_not_allowed: async (world, send) => send(await as(world, { addresses: ["127.0.0.1"] })),
      rotation_conflict: (_world, send) => send({ body: { overlapSeconds: 0, replaces: "another" } }),
      rows_unsound: unsound("rotate"),
      authority_lost: outrun("rotate"),
    },
  },

  endKeyOverlap: {
    prepare: async (world) => {
      const { key } = await world.key();
      await rotate(world, key.id);
      return { parameters: { id: key.id } };
    },
    refusals: {
      ...notFound,
      ...ended,
      scope_not_allowed: async (world, send) => send(await as(world, { scopes: ["keys:write"] })),
      expiry_not_allowed: async (world, send) =>
        send(await as(world, { expiresAt: world.server.clock.now() + 60_000 })),
      addresses_not_allowed: async (world, send) => send(await as(world, { addresses: ["127.0.0.1"] })),
      overlap_not_running: async (world, send) => send(await aKeyOfTheirs(world)),
      authority_lost: outrun("endOverlap"),
    },
  },

  revokeKey: {
    prepare: aKeyOfTheirs,
    refusals: {
      ...notFound,
      key_already_revoked: ended.key_already_revoked,
      revocation_text_missing: (_world, send) => send({ body: { reason: "other" } }),
      authority_lost: outrun("revoke"),
    },
  },

  revokeSelf: {
    prepare: async (world) => ({ token: (await world.key()).token }),
    refusals: {
      key_already_revoked: outrun("revoke"),
      revocation_text_missing: (_world, send) => send({ body: { reason: "other" } }),
    },
  },
};
