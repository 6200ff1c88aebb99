import { expect, it } from "vitest";
import { sharesOf, type CpuProfile } from "./shares.ts";

const frame = (functionName: string, url = "") => ({ functionName, url });

const profile: CpuProfile = {
  nodes: [
    { id: 1, callFrame: frame("(root)"), children: [2, 3, 5, 7] },
    { id: 2, callFrame: frame("(idle)") },
    {
      id: 3,
      callFrame: frame("find", "file:///x/packages/keys/src/sqlite/keys/find-secret.ts"),
      children: [4],
    },
    { id: 4, callFrame: frame("get") },
    { id: 5, callFrame: frame("emit", "node:events"), children: [6] },
    {
      id: 6,
      callFrame: frame("handle", "file:///x/node_modules/.pnpm/express@5/node_modules/express/lib/a.js"),
    },
    { id: 7, callFrame: frame("createApp", "file:///x/apps/server/src/app.ts") },
  ],
  samples: [2, 3, 4, 5, 6, 7],
  timeDeltas: [900, 10, 30, 20, 30, 10],
};

it("shares out the time at work by part, and gives what is native to whoever called it", () => {
  expect(sharesOf(profile, "part")).toEqual([
    { name: "packages/keys/src/sqlite", share: 0.4 },
    { name: "express", share: 0.3 },
    { name: "node", share: 0.2 },
    { name: "apps/server/src", share: 0.1 },
  ]);
});

it("tells the files", () => {
  const files = sharesOf(profile, "file").map(({ name }) => name);
  expect(files).toEqual([
    "packages/keys/src/sqlite/keys/find-secret.ts",
    "express",
    "node:events",
    "apps/server/src/app.ts",
  ]);
});
