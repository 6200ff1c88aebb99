import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { commonRefusals, malformed } from "../../../testing/openapi/common-refusals.ts";
import { documentedBy } from "../../../testing/openapi/documented.ts";
import { replyToBeginning } from "../../../testing/openapi/raw-reply.ts";
import type { Send, Sending } from "../../../testing/openapi/recipe.ts";
import { recipes } from "../../../testing/openapi/recipes.ts";
import { openWorld, type World } from "../../../testing/openapi/world.ts";
import { aServer } from "../../../testing/server.ts";
import type { ProblemCode } from "../../http/problems.ts";
import { documentedRoutes, statusOf, type DocumentedRoute } from "./documented-route.ts";
import { openApiDocument } from "./openapi-document.ts";
import { problemsOf } from "./problem-codes.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterEach(() => world.calm());
afterAll(() => world.server.close());

const documented = documentedBy(openApiDocument("http://katkey.test"));

/** Sends the route's example, changed by what is given. */
const sender =
  (route: DocumentedRoute, prepared: Sending): Send =>
  (sending = {}) => {
    const { parameters = {}, query, token = world.token, ...sent } = { ...prepared, ...sending };
    const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? "");
    const { headers = {}, body = route.about.example } = sent;
    return world.server.send(query === undefined ? path : `${path}?${query}`, {
      method: route.method,
      ...(token !== null && { token }),
      ...(route.method === "GET" || body === undefined ? { headers } : withBody(body, headers)),
    });
  };

/** Node's client by itself says of a DELETE's body neither that it is there nor how long. */
function withBody(body: unknown, headers: Sending["headers"]) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const about = { "content-type": "application/json", "content-length": String(Buffer.byteLength(text)) };
  return { headers: { ...about, ...headers }, body: text };
}

describe.each(documentedRoutes.map((route) => [route.about.operationId, route] as const))(
  "%s",
  (operationId, route) => {
    const recipe = recipes[operationId];
    const prepare = async () => sender(route, (await recipe?.prepare?.(world)) ?? {});

    it("has a recipe by which it is called", () => {
      expect(recipe, "say in testing/openapi how it is called").toBeDefined();
    });

    it("answers its example as documented", async () => {
      const send = await prepare();
      const reply = await send();
      expect(reply.status, reply.text).toBe(route.about.answer.status);
      expect(documented.faultsOf(route, reply)).toEqual([]);
    });

    const codes = [...problemsOf(route).values()].flat();
    it.each(codes.filter((code) => code !== "request_timeout"))(
      "refuses with %s as documented",
      async (code) => {
        const provocation = recipe?.refusals?.[code] ?? commonRefusals[code];
        if (code === "malformed_request") return expectRefusal(await malformed(world, route), code);
        if (provocation === undefined) throw new Error(`say in testing/openapi how it is brought to ${code}`);
        expectRefusal(await provocation(world, await prepare(), recipe ?? {}), code);
      },
    );

    if (route.once === undefined) return;
    it("marks a replay as documented", async () => {
      const send = await prepare();
      const sending = { headers: { "idempotency-key": randomUUID() }, body: recipe?.once?.body() };
      const replies = [await send(sending), await send(sending)];
      expect(replies.map(({ status }) => status)).toEqual(replies.map(() => route.about.answer.status));
      expect(replies.map(({ headers }) => headers["idempotency-replayed"])).toEqual([undefined, "true"]);
      expect(replies.flatMap((reply) => documented.faultsOf(route, reply))).toEqual([]);
    });

    function expectRefusal(reply: Awaited<ReturnType<Send>>, code: ProblemCode) {
      expect([reply.status, reply.body?.code]).toEqual([statusOf(route, code), code]);
      expect(documented.faultsOf(route, reply)).toEqual([]);
    }
  },
);

it("answers a request that never comes to its end as documented, whatever it asks for", async () => {
  const slow = await aServer({ limits: { headersTimeout: 100, requestTimeout: 200 } });
  const faults = documentedRoutes.map(async (route) => {
    const reply = await replyToBeginning(slow.port, `${route.method} ${route.path} HTTP/1.1\r\nHost: a\r\n`);
    expect([reply.status, reply.body.code]).toEqual([408, "request_timeout"]);
    return documented.faultsOf(route, reply);
  });
  expect((await Promise.all(faults)).flat()).toEqual([]);
});
