import { createOrganization } from "@katkey/keys";
import { expect, it } from "vitest";
import { anInstallation } from "../../testing/installation.ts";

it("takes the only organization there is, says which, and the list of them where there are several", async () => {
  const { desk, organization, ada, katkey } = await anInstallation();
  const said = `In Acme (${organization.id}), the only organization.\n`;
  const issued = await katkey("keys", "issue", "Shop");
  expect(issued).toMatchObject({ code: 0, stderr: expect.stringMatching(/^In Acme \(org_\w+\), the only/) });
  for (const typed of [
    ["keys", "list"],
    ["members", "list"],
    ["members", "role", ada.email, "owner"],
    ["org", "show"],
  ]) {
    expect(await katkey(...typed)).toMatchObject({ code: 0, stderr: said });
  }
  const told = await katkey("keys", "list", "--json");
  expect(told.stderr).toBe("");
  expect(JSON.parse(told.stdout)).toMatchObject([{ organizationId: organization.id, name: "Shop" }]);

  const owner = { userId: ada.id, email: ada.email };
  const from = { now: Date.now(), address: null, requestId: null };
  const bolt = await createOrganization(desk, { name: "Bolt", plan: "standard", owner, ...from });
  const list = `  ${organization.id}  Acme\n  ${bolt.organization.id}  Bolt\n`;
  for (const typed of [
    ["keys", "issue", "Feed"],
    ["members", "remove", ada.email],
    ["org", "show"],
  ]) {
    expect(await katkey(...typed)).toEqual({
      code: 2,
      stdout: "",
      stderr: `Say which organization, by its id: there are several.\n${list}`,
    });
  }
  expect((await katkey("keys", "list", "--organization", organization.id)).stderr).toBe("");
});
