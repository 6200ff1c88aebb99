import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { openDashboard, unattended } from "./harness/dashboard.ts";
import { cleanUp } from "./harness/clean-up.ts";
import { startServer, type RunningServer } from "./harness/server.ts";

const secret = "sk-e2e-0123456789";
const listing = { title: "Kettle No. 3", description: "A kettle.", bullets: ["One", "Two", "Three"] };

/** A language model that writes the same for everything, while it is well and awake. */
async function aModel() {
  const state = { well: true, asleep: false, keys: new Set<string | undefined>() };
  const server = createServer(async (request, response) => {
    await request.resume().toArray();
    state.keys.add(request.headers.authorization);
    if (state.asleep) return;
    const message = { role: "assistant", content: JSON.stringify(listing) };
    const body = state.well ? { choices: [{ message }] } : { error: { message: `no such key: ${secret}` } };
    response.writeHead(state.well ? 200 : 401, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  cleanUp(async () => server.close().closeAllConnections());
  const { port } = server.address() as AddressInfo;
  return { state, baseUrl: `http://127.0.0.1:${port}/v1` };
}

/** Makes products with a key of its own. */
async function aShop(server: RunningServer) {
  const dashboard = await openDashboard(server);
  const { id: organizationId } = await dashboard.organizations.create.mutate({ name: "Acme" });
  const key = { name: "Shop", environment: "live" } as const;
  const { token } = await dashboard.keys.issue.mutate({ organizationId, key });
  return (name: string) =>
    fetch(server.url("/v1/products"), {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ name }),
    });
}

it("lets a language model write the listings, and keeps its key when it fails", async () => {
  const { state, baseUrl } = await aModel();
  const model = { KATKEY_TEXT_BASE_URL: baseUrl, KATKEY_TEXT_MODEL: "writer-1", KATKEY_TEXT_API_KEY: secret };
  const server = await startServer({ env: { ...unattended, ...model, KATKEY_LOG_LEVEL: "trace" } });
  const make = await aShop(server);

  const made = await make("Kettle");
  expect(made.status).toBe(201);
  expect((await made.json()).listing).toMatchObject({ ...listing, engine: "chat:writer-1", version: 1 });
  expect([...state.keys]).toEqual([`Bearer ${secret}`]);

  state.well = false;
  const failed = await make("Another");
  expect(failed.status).toBe(502);
  const { code, instance } = await failed.json();
  expect(code).toBe("text_engine_failed");
  // The log comes by another pipe than the answer.
  const whyItFailed = () =>
    server
      .logs()
      .split("\n")
      .find((text) => text.includes(instance) && text.includes("401"));
  await expect.poll(whyItFailed).toBeDefined();
  expect(server.logs()).not.toContain(secret);
  expect(server.logs()).not.toContain(baseUrl);
});

it("told to stop while a language model is asleep, it answers and exits", async () => {
  const { state, baseUrl } = await aModel();
  state.asleep = true;
  const model = { KATKEY_TEXT_BASE_URL: baseUrl, KATKEY_TEXT_MODEL: "writer-1" };
  const server = await startServer({ env: { ...unattended, ...model } });
  const make = await aShop(server);
  const answer = make("Kettle");
  await expect.poll(() => state.keys.size).toBe(1);
  const exited = server.stop();
  expect((await (await answer).json()).code).toBe("text_engine_failed");
  expect(await exited).toBe(0);
});
