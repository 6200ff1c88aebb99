import { rotateAppSecret } from "@katkey/keys";
import { describe, expect, it } from "vitest";
import { aWorld } from "../../testing/oauth/a-world.ts";
import { aCode, askForTokens, refusal } from "../../testing/oauth/ask-for-tokens.ts";

describe("the token endpoint", () => {
  it("answers a wrong secret with a challenge (RFC 6749 §5.2)", async () => {
    const world = await aWorld();
    const authorization = `Basic ${Buffer.from(`${world.partner.app.id}:wrong`).toString("base64")}`;
    const { status, headers, body } = await askForTokens(world, (await aCode(world)).form, { authorization });
    expect(status).toBe(401);
    expect(headers.get("www-authenticate")).toMatch(/^Basic realm=/);
    expect(body.error).toBe("invalid_client");
  });

  it("slows down whoever guesses secrets", async () => {
    const world = await aWorld({}, { failuresPerMinute: 3 });
    const authorization = `Basic ${Buffer.from(`${world.partner.app.id}:wrong`).toString("base64")}`;
    const statuses = [];
    for (let attempt = 0; attempt < 4; attempt += 1) {
      statuses.push((await askForTokens(world, { grant_type: "refresh_token" }, { authorization })).status);
    }
    expect(statuses).toEqual([401, 401, 401, 429]);
  });

  it("knows a rotated secret until its overlap ends, and not a millisecond longer", async () => {
    const world = await aWorld();
    const { server, builder, partner } = world;
    const desk = server.services.desk;
    const { secret } = await rotateAppSecret(desk, builder.act(), {
      appId: partner.app.id,
      overlapSeconds: 60,
    });
    const fresh = `Basic ${Buffer.from(`${partner.app.id}:${secret ?? ""}`).toString("base64")}`;
    const known = async (authorization: string) =>
      (await askForTokens(world, { grant_type: "refresh_token", refresh_token: "x" }, { authorization })).body
        .error === "invalid_grant";
    expect([await known(partner.basic), await known(fresh)]).toEqual([true, true]);
    server.clock.advance(59_999);
    expect(await known(partner.basic)).toBe(true);
    server.clock.advance(1);
    expect([await known(partner.basic), await known(fresh)]).toEqual([false, true]);
  });

  it("takes a client's proof in one way, and never from the address (RFC 6749 §2.3)", async () => {
    const world = await aWorld();
    const { partner } = world;
    const { form } = await aCode(world);
    const secret = partner.secret ?? "";
    expect(
      await askForTokens(world, { ...form, client_id: partner.app.id, client_secret: secret }),
    ).toMatchObject(refusal("invalid_request"));
    const query = `?client_id=${partner.app.id}&client_secret=${encodeURIComponent(secret)}`;
    const response = await partner.post(
      `${partner.metadata.token_endpoint}${query}`,
      new URLSearchParams(form),
    );
    expect(response.status).toBe(400);
  });

  it("reads forms alone, and each parameter once (RFC 6749 §3.2)", async () => {
    const world = await aWorld();
    const { form } = await aCode(world);
    const json = await askForTokens(world, JSON.stringify(form), { "content-type": "application/json" });
    expect(json).toMatchObject(refusal("invalid_request"));
    const twice = "grant_type=refresh_token&refresh_token=x&scope=products:read&scope=products:write";
    expect(await askForTokens(world, twice)).toMatchObject(refusal("invalid_request"));
    const codes = `${new URLSearchParams(form).toString()}&code=x`;
    expect(await askForTokens(world, codes)).toMatchObject(refusal("invalid_request"));
  });

  it.each(["password", "implicit", "urn:ietf:params:oauth:grant-type:device_code", "x"])(
    "gives nothing for %s (RFC 6749 §5.2)",
    async (grant_type) => {
      expect(await askForTokens(await aWorld(), { grant_type })).toMatchObject(
        refusal("unsupported_grant_type"),
      );
    },
  );

  it("answers pages of a public app, and of nobody else", async () => {
    const site = await aWorld({ type: "public", redirectUris: ["https://spa.test/callback"] });
    const { form } = await aCode(site);
    const { partner } = site;
    const post = (origin: string) =>
      partner.post(
        partner.metadata.token_endpoint,
        new URLSearchParams({ ...form, client_id: partner.app.id }),
        { origin },
      );
    const foreign = await post("https://evil.test");
    expect(foreign.status).toBe(400);
    expect(foreign.headers.get("access-control-allow-origin")).toBeNull();
    const own = await post("https://spa.test");
    expect(own.status).toBe(200);
    expect(own.headers.get("access-control-allow-origin")).toBe("https://spa.test");
  });

  it("answers no page without an origin, although a scheme of an app's own has none either", async () => {
    const device = await aWorld({ type: "public", redirectUris: ["com.example.app:/callback"] });
    const { partner } = device;
    const { form } = await aCode(device);
    const body = new URLSearchParams({ ...form, client_id: partner.app.id });
    const page = await partner.post(partner.metadata.token_endpoint, body, { origin: "null" });
    expect(page.status).toBe(400);
    expect(page.headers.get("access-control-allow-origin")).toBeNull();
    expect((await partner.post(partner.metadata.token_endpoint, body)).status).toBe(200);
  });
});
