import { describe, expect, it } from "vitest";
import type { SecretUse } from "../last-use.ts";
import { noon } from "../testing/index.ts";
import { createSqliteLastUseLog, openDatabase, usageMigrations } from "./index.ts";

const use: SecretUse = {
  publicKeyId: "p1",
  keyId: "key_1",
  organizationId: "org_1",
  at: noon,
  address: "192.0.2.1",
  userAgent: "curl",
  method: "GET",
  route: "/v1/user",
  status: 200,
  retiring: false,
};

const open = () => {
  const failures: unknown[] = [];
  const database = openDatabase({
    path: ":memory:",
    migrations: usageMigrations,
    now: noon,
    durability: "normal",
  });
  return { failures, database, log: createSqliteLastUseLog(database, (cause) => failures.push(cause)) };
};

describe("the last uses", () => {
  it("tell the latest use of each secret and how many there were", async () => {
    const { log } = open();
    for (let i = 0; i < 3; i += 1) log.record({ ...use, at: noon + i });
    await new Promise(setImmediate);
    log.record({ ...use, at: noon + 9, status: 403, route: "/v1/keys" });
    log.record({ ...use, publicKeyId: "p2" });
    const found = await log.find("org_1", ["p1", "p2", "p3"]);
    const { retiring: _, ...seen } = use;
    expect(found.get("p1")).toEqual({
      ...seen,
      at: noon + 9,
      status: 403,
      route: "/v1/keys",
      requests: 4,
      requestsRetiring: 0,
    });
    expect(found.get("p2")).toMatchObject({ requests: 1 });
    expect(found.size).toBe(2);
  });

  it("count apart what came after a rotation", async () => {
    const { log } = open();
    log.record(use);
    await new Promise(setImmediate);
    for (let i = 0; i < 3; i += 1) log.record({ ...use, retiring: true });
    await new Promise(setImmediate);
    log.record({ ...use, retiring: true });
    expect((await log.find("org_1", ["p1"])).get("p1")).toMatchObject({ requests: 5, requestsRetiring: 4 });
  });

  it("are written by the end of the turn, without anybody asking", async () => {
    const { log, database } = open();
    log.record(use);
    await new Promise(setImmediate);
    expect(database.prepare("select requests from secret_use").pluck().all()).toEqual([1]);
  });

  it("are nobody else's to read", async () => {
    const { log } = open();
    log.record(use);
    expect((await log.find("org_2", ["p1"])).size).toBe(0);
  });

  it("never fail a request: what cannot be written is reported", async () => {
    const { log, database, failures } = open();
    log.record(use);
    database.exec("drop table secret_use");
    await new Promise(setImmediate);
    expect(failures).toHaveLength(1);
  });
});
