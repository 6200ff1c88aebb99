import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { beforeAll, expect, it, vi } from "vitest";
import { freePort } from "../../scripts/free-port.mjs";
import { cloneRepository, typeNpmRun } from "./harness/clone.ts";

const patience = { timeout: 40_000, interval: 100 };

let clone: string;
beforeAll(() => {
  clone = cloneRepository();
});

async function read(url: string) {
  const answer = await fetch(url);
  return { status: answer.status, text: await answer.text() };
}

it("npm run dev is one origin, shows a change of the server, and ends as a whole", async () => {
  const development = typeNpmRun("dev", { directory: clone, port: await freePort() });
  const { origin } = development;
  await vi.waitUntil(
    () =>
      fetch(`${origin}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      ),
    patience,
  );
  expect(await read(origin)).toMatchObject({ status: 200, text: expect.stringContaining('id="root"') });
  for (const [path, text] of [
    ["/docs", "Quick start"],
    ["/docs/limits.md", "# Limits"],
    ["/llms.txt", `${origin}/docs/limits.md`],
    ["/openapi.json", '"openapi":"3.1'],
  ] as const) {
    expect(await read(origin + path)).toMatchObject({ status: 200, text: expect.stringContaining(text) });
  }

  const source = join(clone, "apps/server/src/http/health.ts");
  writeFileSync(source, readFileSync(source, "utf8").replace('"ok"', '"changed"'));
  await vi.waitUntil(async () => (await read(`${origin}/healthz`)).text.includes("changed"), patience);

  development.interrupt();
  await development.exited;
  await vi.waitUntil(development.hasEnded, patience);
});

it("npm run dev leaves nothing behind when one of its processes cannot start", async () => {
  const taken = createServer().listen(0, "localhost");
  await once(taken, "listening");
  const address = taken.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const development = typeNpmRun("dev", { directory: clone, port });
  try {
    expect(await development.exited).toBe(1);
    await vi.waitUntil(development.hasEnded, patience);
    expect(development.logs()).toContain(`Port ${port} is already in use`);
  } finally {
    taken.close();
  }
});
