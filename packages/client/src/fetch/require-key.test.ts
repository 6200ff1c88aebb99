import { describe, expect, it } from "vitest";
import { createKatkey } from "../index.ts";
import type { GuardOptions } from "../incoming/guard.ts";
import {
  answering,
  aPrincipal,
  aServiceToken,
  aStub,
  aToken,
  hangingUp,
  refused,
  type Behaviour,
} from "../testing/stub.ts";
import { createRequireKey } from "./index.ts";

async function aGuard(options: GuardOptions = {}, ...behaviours: readonly Behaviour[]) {
  const stub = await aStub(...behaviours);
  const katkey = createKatkey({ url: stub.url, serviceToken: aServiceToken });
  return { stub, requireKey: createRequireKey(katkey, options) };
}

const aRequest = (headers: Record<string, string> = { authorization: `Bearer ${aToken}` }) =>
  new Request("https://api.example/orders/7", { headers });

describe("a request", () => {
  it("that is admitted goes on, with whose it is", async () => {
    const { stub, requireKey } = await aGuard();
    const guard = requireKey({ scope: "orders:read", route: "/orders/:id" });
    const passed = await guard(aRequest(), { address: "203.0.113.7" });
    expect(passed).toMatchObject({ passed: true, decision: { principal: aPrincipal } });
    expect(stub.calls[0]?.body).toEqual({
      token: aToken,
      scopes: ["orders:read"],
      address: "203.0.113.7",
      method: "GET",
      route: "/orders/:id",
    });
  });

  it("that is refused gets its answer", async () => {
    const { requireKey } = await aGuard({}, answering(refused("rate_limited")));
    const passed = await requireKey()(aRequest());
    if (passed.passed) throw new Error("admitted");
    expect(passed.response.status).toBe(429);
    expect(passed.response.headers.get("Retry-After")).toBe("60");
    expect(passed.response.headers.get("Content-Type")).toBe("application/problem+json");
    expect(await passed.response.json()).toMatchObject({ code: "rate_limited", status: 429 });
  });

  it("with two tokens is malformed", async () => {
    const { stub, requireKey } = await aGuard();
    const request = aRequest();
    request.headers.append("authorization", `Bearer ${aToken}`);
    const passed = await requireKey()(request);
    expect(passed).toMatchObject({ passed: false, response: { status: 400 } });
    expect(stub.calls).toEqual([]);
  });

  it("without a token is told so", async () => {
    const { requireKey } = await aGuard();
    expect(await requireKey()(aRequest({}))).toMatchObject({ passed: false, response: { status: 401 } });
  });

  it("is refused while Katkey cannot decide, unless the hook lets it pass", async () => {
    const { requireKey } = await aGuard({}, hangingUp);
    expect(await requireKey()(aRequest())).toMatchObject({ passed: false, response: { status: 503 } });
    const open = await aGuard({ onUnavailable: () => "pass" }, hangingUp);
    expect(await open.requireKey()(aRequest())).toEqual({ passed: true, decision: null });
  });
});
