import { CatalogError } from "@katkey/catalog";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { heldPost } from "../../../testing/held-post.ts";
import { aKey, anOrganization, type TestOrganization } from "../../../testing/people.ts";
import { openServer, type Reply, type Sent, type TestServer } from "../../../testing/server.ts";

let server: TestServer;
let organization: TestOrganization;
let token: string;

beforeAll(async () => {
  server = await openServer();
  organization = await anOrganization(server);
  ({ token } = await aKey(server, organization));
});
afterAll(() => server.close());

let count = 0;
const aValue = () => `value-${(count += 1)}`;
const anInput = (more: object = {}) => ({ name: `Once ${(count += 1)}`, environment: "live", ...more });
const once = (value: string | string[], path: string, body: unknown, sent: Sent = {}) =>
  server.send(path, { method: "POST", token, body, headers: { "Idempotency-Key": value }, ...sent });
const issue = (value: string | string[], body: unknown, sent?: Sent) => once(value, "/v1/keys", body, sent);

const create = (value: string, body: object) => once(value, "/v1/products", body);

const codeOf = ({ status, body }: Reply): [number, string] => [status, body?.code];
const left = ({ headers }: Reply) => Number(/r=(\d+)/.exec(String(headers["ratelimit"]))?.[1]);
const marked = ({ headers }: Reply) => headers["idempotency-replayed"];
const named = async (name: string) => {
  const { body } = await server.send(`/v1/keys?search=${encodeURIComponent(name)}`, { token });
  return body.data;
};
const productsNamed = async (name: string) => {
  const { body } = await server.send(`/v1/products?q=${encodeURIComponent(name)}`, { token });
  return body.data;
};

describe("Idempotency-Key on POST /v1/keys", () => {
  it("makes one key of two requests, and shows its secret once", async () => {
    const [value, input] = [aValue(), anInput()];
    const first = await issue(value, input);
    const second = await issue(value, input);
    expect(first.status).toBe(201);
    expect(marked(first)).toBeUndefined();
    expect(second.status).toBe(201);
    expect(marked(second)).toBe("true");
    expect(second.headers.location).toBe(first.headers.location);
    expect(second.body).toEqual({ key: first.body.key, token: null });
    const secret = first.body.token.split(".")[1];
    expect(second.text).not.toContain(secret);
    expect(JSON.stringify(second.headers)).not.toContain(secret);
    expect(await named(input.name)).toHaveLength(1);
  });

  it("writes one entry in the audit log", async () => {
    const [value, input] = [aValue(), anInput()];
    const { body } = await issue(value, input);
    await issue(value, input);
    const { items } = await server.services.audit.list(organization.id, { objectId: body.key.id, limit: 10 });
    expect(items.map(({ action }) => action)).toEqual(["key.issued"]);
  });

  it("takes a value with quotes for the same as without", async () => {
    const [value, input] = [aValue(), anInput()];
    const { body } = await issue(`"${value}"`, input);
    const again = await issue(value, input);
    expect(marked(again)).toBe("true");
    expect(again.body.key.id).toBe(body.key.id);
  });

  it("takes a body for the same that says the same", async () => {
    const [value, input] = [aValue(), anInput({ expiresAt: "2031-01-01T00:00:00Z", note: "n" })];
    const { body } = await issue(value, input);
    const { name, environment } = input;
    const reordered = ` { "note" : "n", "expiresAt": "2031-01-01T01:00:00+01:00",
      "environment": "${environment}", "name": "  ${name} " }`;
    const headers = { "Idempotency-Key": value, "content-type": "application/json; charset=utf-8" };
    const again = await issue(value, reordered, { headers });
    expect(marked(again)).toBe("true");
    expect(again.body.key.id).toBe(body.key.id);
  });

  it("shows a replay what was made as it is now", async () => {
    const [value, input] = [aValue(), anInput()];
    const { body } = await issue(value, input);
    const patch = { method: "PATCH", token, body: { note: "changed since" } };
    await server.send(`/v1/keys/${body.key.id}`, patch);
    expect((await issue(value, input)).body.key).toMatchObject({ note: "changed since", status: "active" });
    const end = { method: "POST", token, body: { reason: "unused" } };
    await server.send(`/v1/keys/${body.key.id}/revoke`, end);
    const last = await issue(value, input);
    expect([last.status, last.body.key.status, last.body.token]).toEqual([201, "revoked", null]);
  });

  it("refuses the same value with another body, and changes nothing", async () => {
    const [value, input, other] = [aValue(), anInput(), anInput()];
    await issue(value, input);
    const reply = await issue(value, other);
    expect(codeOf(reply)).toEqual([422, "idempotency_key_reused"]);
    expect(marked(reply)).toBeUndefined();
    expect(await named(other.name)).toEqual([]);
    expect(marked(await issue(value, input))).toBe("true");
  });

  it("refuses the same value while the first request still runs: of 20 one makes the key", async () => {
    const [value, input] = [aValue(), anInput()];
    const replies = await Promise.all(Array.from({ length: 20 }, () => issue(value, input)));
    const fresh = replies.filter((reply) => reply.status === 201 && marked(reply) === undefined);
    expect(fresh).toHaveLength(1);
    for (const reply of replies.filter((other) => other !== fresh[0])) {
      if (reply.status === 201) expect(reply.body).toEqual({ ...fresh[0]?.body, token: null });
      else expect(codeOf(reply)).toEqual([409, "idempotency_in_progress"]);
    }
    expect(await named(input.name)).toHaveLength(1);
  });

  it.each([
    ["empty", ""],
    ["empty in quotes", '""'],
    ["of 256 characters", "x".repeat(256)],
    ["with a space", "a b"],
    ["with a quote that is not closed", '"a'],
    ["beyond ASCII", "\u00E4"],
  ])("that is %s is 400, and nothing is made", async (_, value) => {
    const input = anInput();
    expect(codeOf(await issue(value, input))).toEqual([400, "idempotency_key_invalid"]);
    expect(await named(input.name)).toEqual([]);
  });

  it("of 255 characters is taken", async () => {
    const input = anInput();
    expect((await issue("y".repeat(255), input)).status).toBe(201);
    expect(marked(await issue("y".repeat(255), input))).toBe("true");
  });

  it("in two headers is 400, also when both say the same", async () => {
    const value = aValue();
    const reply = await issue([value, value], anInput());
    expect(codeOf(reply)).toEqual([400, "malformed_request"]);
  });

  it("with a control character is 400", async () => {
    const received = await server.raw(
      `POST /v1/keys HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${token}\r\n` +
        "Idempotency-Key: a\u0001b\r\nContent-Length: 2\r\n\r\n{}",
    );
    expect(received).toMatch(/^HTTP\/1\.1 400 /);
  });

  it("is not looked at before the key is known", async () => {
    const reply = await server.send("/v1/keys", { method: "POST", headers: { "Idempotency-Key": "" } });
    expect(reply.status).toBe(401);
  });

  it("leaves no trace of a refused request, so that its value can be sent again", async () => {
    const [value, input] = [aValue(), anInput()];
    const { key } = await aKey(server, organization);
    const refusals: [object, number][] = [
      [{}, 422],
      [anInput({ colour: "red" }), 422],
      [anInput({ name: key.name }), 409],
      [anInput({ expiresAt: "2001-01-01T00:00:00Z" }), 422],
      [anInput({ addresses: ["x"] }), 422],
    ];
    for (const [body, status] of refusals) {
      const reply = await issue(value, body);
      expect(reply.status).toBe(status);
      expect(marked(reply)).toBeUndefined();
    }
    const reply = await issue(value, input);
    expect(reply.status).toBe(201);
    expect(reply.body.token).toMatch(/^kat_live_/);
  });

  it("is free again after 24 hours, and not a millisecond sooner", async () => {
    const own = await openServer();
    try {
      const acme = await anOrganization(own);
      const { token: bearer } = await aKey(own, acme);
      const send = (name: string) =>
        own.send("/v1/keys", {
          method: "POST",
          token: bearer,
          headers: { "Idempotency-Key": "daily" },
          body: { name, environment: "live" },
        });
      const first = await send("A");
      own.clock.advance(24 * 60 * 60 * 1_000 - 1);
      expect(codeOf(await send("B"))).toEqual([422, "idempotency_key_reused"]);
      expect(marked(await send("A"))).toBe("true");
      own.clock.advance(1);
      const next = await send("B");
      expect([next.status, marked(next)]).toEqual([201, undefined]);
      expect(next.body.key.id).not.toBe(first.body.key.id);
      expect((await send("B")).body).toEqual({ ...next.body, token: null });
    } finally {
      own.close();
    }
  });
});

describe("a claim", () => {
  it("belongs to the key: another key's same value is another", async () => {
    const [value, input] = [aValue(), anInput()];
    await issue(value, input);
    const { token: other } = await aKey(server, organization);
    const next = anInput();
    const reply = await issue(value, next, { token: other, headers: { "Idempotency-Key": value } });
    expect([reply.status, marked(reply)]).toEqual([201, undefined]);
    expect(await named(next.name)).toHaveLength(1);
  });

  it("belongs to the organization: another's same value is another", async () => {
    const [value, input] = [aValue(), anInput()];
    const first = await issue(value, input);
    const stranger = await aKey(server, await anOrganization(server));
    const reply = await issue(value, input, {
      token: stranger.token,
      headers: { "Idempotency-Key": value },
    });
    expect([reply.status, marked(reply)]).toEqual([201, undefined]);
    expect(reply.body.key.id).not.toBe(first.body.key.id);
    expect(reply.text).not.toContain(organization.id);
  });

  it("belongs to the route: another route's same value is another", async () => {
    const [value, input] = [aValue(), anInput()];
    const { body } = await issue(value, input);
    const rotated = await once(value, `/v1/keys/${body.key.id}/rotate`, { overlapSeconds: 60 });
    expect([rotated.status, marked(rotated)]).toEqual([200, undefined]);
  });

  it("is the key's and not the secret's: after a rotation of itself the new token may repeat it", async () => {
    const { key, token: old } = await aKey(server, organization);
    const value = aValue();
    const rotate = (bearer: string) =>
      once(value, `/v1/keys/${key.id}/rotate`, { overlapSeconds: 0 }, { token: bearer });
    const first = await rotate(old);
    expect(first.status).toBe(200);
    expect(codeOf(await rotate(old))).toEqual([401, "secret_retired"]);
    const again = await rotate(first.body.token);
    expect([again.status, marked(again), again.body.token]).toEqual([200, "true", null]);
    expect(again.body.key.secrets).toHaveLength(2);
  });

  it("gives no replay to a key that may not do the thing any more", async () => {
    const { key, token: demoted } = await aKey(server, organization, { scopes: ["keys:write", "keys:read"] });
    const [value, input] = [aValue(), anInput({ scopes: ["keys:read"] })];
    const sent = { token: demoted, headers: { "Idempotency-Key": value } };
    expect((await issue(value, input, sent)).status).toBe(201);
    const patch = { method: "PATCH", token, body: { scopes: ["keys:read"] } };
    await server.send(`/v1/keys/${key.id}`, patch);
    const reply = await issue(value, input, sent);
    expect(codeOf(reply)).toEqual([403, "insufficient_scope"]);
    expect(marked(reply)).toBeUndefined();
  });

  it("of a request whose right ends while its body is on its way is not made", async () => {
    const { key, token: own } = await aKey(server, organization);
    const input = anInput();
    const headers = { Authorization: `Bearer ${own}`, "Idempotency-Key": aValue() };
    const received = await server.rawInParts(heldPost("/v1/keys", headers, input), () =>
      server.send(`/v1/keys/${key.id}/revoke`, { method: "POST", token, body: { reason: "compromised" } }),
    );
    expect(received).toMatch(/^HTTP\/1\.1 401 /);
    expect(await named(input.name)).toEqual([]);
  });
});

describe("Idempotency-Key on POST /v1/keys/{id}/rotate", () => {
  it("rotates once, and shows the new token once", async () => {
    const { key } = await aKey(server, organization);
    const [value, path, body] = [aValue(), `/v1/keys/${key.id}/rotate`, { overlapSeconds: 3_600 }];
    const first = await once(value, path, body);
    const second = await once(value, path, body);
    expect([second.status, marked(second)]).toEqual([200, "true"]);
    expect(second.body).toEqual({ key: first.body.key, token: null });
    expect(second.text).not.toContain(first.body.token.split(".")[1]);
    expect(second.body.key.secrets).toHaveLength(2);
    expect((await server.send("/v1/user", { token: first.body.token })).status).toBe(200);
  });

  it("refuses the same value for another key or another overlap", async () => {
    const [{ key }, { key: other }] = [await aKey(server, organization), await aKey(server, organization)];
    const value = aValue();
    await once(value, `/v1/keys/${key.id}/rotate`, { overlapSeconds: 60 });
    for (const [id, overlapSeconds] of [
      [other.id, 60],
      [key.id, 61],
    ]) {
      const reply = await once(value, `/v1/keys/${id}/rotate`, { overlapSeconds });
      expect(codeOf(reply)).toEqual([422, "idempotency_key_reused"]);
    }
    expect((await server.send(`/v1/keys/${other.id}`, { token })).body.secrets).toHaveLength(1);
  });

  it("takes another way to write the same path for the same", async () => {
    const { key } = await aKey(server, organization);
    const value = aValue();
    await once(value, `/v1/keys/${key.id}/rotate`, { overlapSeconds: 60 });
    const again = await once(value, `/v1/keys/${key.id.replace("_", "%5F")}/rotate`, { overlapSeconds: 60 });
    expect(marked(again)).toBe("true");
  });
});

describe("Idempotency-Key on POST /v1/products", () => {
  it("makes one product of two requests", async () => {
    const [value, input] = [aValue(), { name: `Lamp ${(count += 1)}` }];
    const first = await create(value, input);
    const second = await create(value, input);
    expect([first.status, marked(first)]).toEqual([201, undefined]);
    expect([second.status, marked(second)]).toEqual([201, "true"]);
    expect(second.body).toEqual(first.body);
    expect(second.headers.location).toBe(first.headers.location);
    expect(await productsNamed(input.name)).toHaveLength(1);
  });

  it("of a product that is gone is 404, marked, and does not make it again", async () => {
    const [value, input] = [aValue(), { name: `Lamp ${(count += 1)}` }];
    const { body } = await create(value, input);
    await server.send(`/v1/products/${body.id}`, { method: "DELETE", token });
    const reply = await create(value, input);
    expect(codeOf(reply)).toEqual([404, "product_not_found"]);
    expect(marked(reply)).toBe("true");
    expect(await productsNamed(input.name)).toEqual([]);
  });

  it("is 409 while the text is being written, whatever the body, and a replay afterwards", async () => {
    const writing = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const own = await openServer({
      wrap: ({ catalog, ...services }) => ({
        ...services,
        catalog: {
          ...catalog,
          engine: {
            name: "slow",
            async write(brief) {
              begun.resolve();
              await writing.promise;
              return catalog.engine.write(brief);
            },
          },
        },
      }),
    });
    try {
      const { token: bearer } = await aKey(own, await anOrganization(own));
      const send = (name: string) =>
        own.send("/v1/products", {
          method: "POST",
          token: bearer,
          headers: { "Idempotency-Key": "slow" },
          body: { name },
        });
      const first = send("Lamp");
      await begun.promise;
      for (const name of ["Lamp", "Table"]) {
        expect(codeOf(await send(name))).toEqual([409, "idempotency_in_progress"]);
      }
      writing.resolve();
      expect((await first).status).toBe(201);
      expect(marked(await send("Lamp"))).toBe("true");
      expect(codeOf(await send("Table"))).toEqual([422, "idempotency_key_reused"]);
    } finally {
      own.close();
    }
  });

  it("leaves no trace of an engine that failed", async () => {
    let broken = true;
    const own = await openServer({
      wrap: ({ catalog, ...services }) => ({
        ...services,
        catalog: {
          ...catalog,
          engine: {
            name: "broken",
            async write(brief) {
              if (broken) throw new CatalogError("text_engine_failed", "No.");
              return catalog.engine.write(brief);
            },
          },
        },
      }),
    });
    try {
      const { token: bearer } = await aKey(own, await anOrganization(own));
      const headers = { "Idempotency-Key": "again" };
      const send = () =>
        own.send("/v1/products", { method: "POST", token: bearer, headers, body: { name: "Lamp" } });
      const failed = await send();
      expect([failed.status, marked(failed)]).toEqual([502, undefined]);
      broken = false;
      const made = await send();
      expect([made.status, marked(made)]).toEqual([201, undefined]);
    } finally {
      own.close();
    }
  });

  it("and of POST /v1/keys are two", async () => {
    const value = aValue();
    await issue(value, anInput());
    expect(marked(await create(value, { name: "Lamp" }))).toBeUndefined();
  });
});

describe("a replay", () => {
  it("takes a place in the limit and counts as a use, like any request", async () => {
    const { key, token: own } = await aKey(server, organization);
    const [value, input] = [aValue(), anInput()];
    const sent = { token: own, headers: { "Idempotency-Key": value } };
    const first = await issue(value, input, sent);
    const second = await issue(value, input, sent);
    expect(left(second)).toBe(left(first) - 1);
    const { body } = await server.send(`/v1/keys/${key.id}`, { token });
    expect(body.lastUse).toMatchObject({ requests: 2, route: "/v1/keys", status: 201 });
  });
});

describe("Idempotency-Key elsewhere", () => {
  it("means nothing, whatever it is", async () => {
    const { key } = await aKey(server, organization);
    const headers = { "Idempotency-Key": "not a value" };
    for (const note of ["a", "b"]) {
      const sent = { method: "PATCH", token, headers, body: { note } };
      const reply = await server.send(`/v1/keys/${key.id}`, sent);
      expect([reply.status, reply.body.note, marked(reply)]).toEqual([200, note, undefined]);
    }
    expect((await server.send("/v1/keys", { token, headers })).status).toBe(200);
  });
});
