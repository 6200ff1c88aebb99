import { describe, expect, it } from "vitest";
import { aServer } from "../../../testing/server.ts";
import { aServiceToken } from "../../../testing/service-token.ts";

describe("a service token", () => {
  it("opens none of the routes that are for API keys, as if it did not exist", async () => {
    const server = await aServer();
    const { token } = await aServiceToken(server);
    const madeUp = `${token.slice(0, -49)}${"a".repeat(49)}`;
    for (const path of ["/v1/user", "/v1/keys", "/v1/usage", "/v1/products"]) {
      const reply = await server.send(path, { token });
      expect(reply.status).toBe(401);
      expect(reply.body.code).toBe("invalid_token");
      const { instance: _, ...said } = reply.body;
      const { instance: __, ...saidOfNone } = (await server.send(path, { token: madeUp })).body;
      expect(said).toEqual(saidOfNone);
    }
  });

  it("in a URL is refused, and told of without its secret to whoever reads the log", async () => {
    const server = await aServer();
    const { token, record } = await aServiceToken(server);
    const reply = await server.send(`/v1/keys?search=${token}`);
    expect([reply.status, reply.body.code]).toEqual([400, "token_in_url"]);
    expect(server.logs()).toContain(record.id);
    expect(`${server.logs()}${reply.text}${JSON.stringify(reply.headers)}`).not.toContain(
      token.slice(26, 60),
    );
  });
});
