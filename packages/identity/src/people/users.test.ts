import { createId } from "@katkey/keys";
import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ada, openInstallation } from "../testing/installation.ts";
import { createOperatorCheck } from "./user.ts";

const grace = { ...ada, name: "Grace Hopper", email: "grace@example.com" };

describe("making a user", () => {
  it("gives an id that sorts by time, and the person as they will be shown", async () => {
    let time = 1_700_000_000_000;
    const { identity } = await openInstallation({ now: () => time });

    const first = await identity.createUser({ ...ada, name: "  Ada Lovelace ", email: " ADA@Example.com" });
    time += 1;
    const second = await identity.createUser({ ...grace, operator: true });

    expect(first).toEqual({
      id: expect.stringMatching(/^usr_[0-9A-Za-z]{22}$/),
      name: "Ada Lovelace",
      email: "ada@example.com",
      operator: false,
    });
    expect(second.operator).toBe(true);
    expect(first.id < second.id).toBe(true);
  });

  it("refuses an address that another user has, however it is spelled", async () => {
    const { identity } = await openInstallation();
    await identity.createUser(ada);

    const again = identity.createUser({ ...grace, email: "Ada@EXAMPLE.com " });

    await expect(again).rejects.toMatchObject({ code: "email_taken" });
    expect(identity.countUsers()).toBe(1);
  });

  it("gives an address to one of two who want it at once", async () => {
    const { identity } = await openInstallation();

    const both = await Promise.allSettled([identity.createUser(ada), identity.createUser(ada)]);

    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(identity.countUsers()).toBe(1);
  });

  it.each([
    ["no name", { name: "  " }, "name_invalid"],
    ["a name of 81 characters", { name: "x".repeat(81) }, "name_invalid"],
    ["no address", { email: "" }, "email_invalid"],
    ["an address without a domain", { email: "ada@localhost" }, "email_invalid"],
    ["two addresses", { email: "ada@example.com,eve@example.com" }, "email_invalid"],
    ["an address with a line end", { email: "ada@example.com\nbcc:eve@example.com" }, "email_invalid"],
    ["an address over 254 characters", { email: `${"a".repeat(250)}@example.com` }, "email_invalid"],
    ["a short password", { password: "kTp#94" }, "password_too_short"],
    ["a common password", { password: "password123" }, "password_too_common"],
  ])("refuses %s, and makes nobody", async (_, detail, code) => {
    const { identity } = await openInstallation();

    await expect(identity.createUser({ ...ada, ...detail })).rejects.toMatchObject({ code });
    expect(identity.countUsers()).toBe(0);
  });

  it.each(["o'neill+keys@mail.example.co.uk", "a@b.io", "first.last@xn--bcher-kva.example"])(
    "takes %s, which can then sign in",
    async (email) => {
      const { identity, signIn } = await openInstallation();
      await identity.createUser({ ...ada, email });

      expect((await signIn({ ...ada, email })).status).toBe(200);
    },
  );

  it("leaves the password nowhere in the database", async () => {
    const { identity, database, signIn } = await openInstallation();
    await identity.createUser(ada);
    await signIn(ada);

    const dump = database.serialize();

    expect(dump.includes(ada.email)).toBe(true);
    expect(dump.includes(ada.password)).toBe(false);
  });
});

describe("looking for users", () => {
  it("finds one by e-mail address, however it is spelled", async () => {
    const { identity } = await openInstallation();
    const user = await identity.createUser(ada);

    expect(identity.findUserByEmail(" ADA@example.com ")).toEqual(user);
    expect(identity.findUserByEmail("nobody@example.com")).toBeNull();
  });

  it("names many at once, and leaves out whom it does not know", async () => {
    const { identity } = await openInstallation();
    const { id } = await identity.createUser(ada);
    const other = await identity.createUser(grace);

    const found = identity.usersOf([id, createId("usr", 0, randomBytes), other.id, id]);

    expect([...found]).toEqual(
      expect.arrayContaining([
        [id, { name: ada.name, email: ada.email }],
        [other.id, { name: grace.name, email: grace.email }],
      ]),
    );
    expect(found.size).toBe(2);
    expect(identity.usersOf([]).size).toBe(0);
  });
});

it("tells who is an operator as the transaction that asks sees it", async () => {
  const { identity, database } = await openInstallation();
  const { id } = await identity.createUser({ ...ada, operator: true });
  const { id: other } = await identity.createUser(grace);
  const isOperator = createOperatorCheck(database);
  expect([isOperator(id), isOperator(other), isOperator("usr_none")]).toEqual([true, false, false]);
  const within = database.transaction(() => {
    database.exec("update user set operator = 0");
    return isOperator(id);
  });
  expect(within.immediate()).toBe(false);
});

it("unmakes a user who has never signed in, and nobody else", async () => {
  const { identity, signIn } = await openInstallation();
  const user = await identity.createUser(ada);
  const other = await identity.createUser({ ...ada, email: "grace@example.com" });
  await signIn(ada);

  expect(await identity.removeUser(user.id)).toBe(false);
  expect(await identity.removeUser(other.id)).toBe(true);
  expect(await identity.removeUser(other.id)).toBe(false);

  expect(identity.countUsers()).toBe(1);
  expect((await signIn({ ...ada, email: "grace@example.com" })).status).toBe(401);
  expect((await signIn(ada)).status).toBe(200);
});
