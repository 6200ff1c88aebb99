import { expect, it } from "vitest";
import { newPage, openBrowser } from "./harness/browser.ts";
import { dashboardOf, getUser, signIn, unattended } from "./harness/dashboard.ts";
import { takeToken } from "./harness/secret-dialog.ts";
import { reportTheLeak } from "./harness/report-leak.ts";
import { startServer } from "./harness/server.ts";

const codeOf = async (answer: Response) => [answer.status, (await answer.json()).code];

it("a key that leaks says so, and a rotation without overlap mends it", async () => {
  const server = await startServer({ env: unattended });
  const cookie = await signIn(server);
  const dashboard = dashboardOf(server, cookie);
  const { id: organizationId } = await dashboard.organizations.create.mutate({ name: "Acme" });
  const page = await newPage(await openBrowser(), { origin: server.origin, cookie });
  const keys = `/o/${organizationId}/settings/keys`;

  const leaks = [
    {
      name: "Called by a web page",
      refused: [403, "browser_call_refused"],
      told: /used by a web page in a browser/,
      leak: (token: string) =>
        page.evaluate(async (authorization) => {
          const answer = await fetch("/api/user", { headers: { authorization } });
          return [answer.status, (await answer.json()).code];
        }, `Bearer ${token}`),
    },
    {
      name: "Called with an origin",
      refused: [403, "browser_call_refused"],
      told: /used by a web page of https:\/\/shop\.example/,
      leak: async (token: string) =>
        codeOf(
          await fetch(server.url("/api/user"), {
            headers: { authorization: `Bearer ${token}`, origin: "https://shop.example" },
          }),
        ),
    },
    {
      name: "Sent in a URL",
      refused: [400, "token_in_url"],
      told: /sent in a URL/,
      leak: async (token: string) => codeOf(await fetch(server.url(`/api/user?access_token=${token}`))),
    },
  ];

  for (const { name, refused, told, leak } of leaks) {
    const issued = await dashboard.keys.issue.mutate({ organizationId, key: { name, environment: "live" } });
    await page.goto(keys);
    const row = page.getByRole("row").filter({ has: page.getByRole("link", { name }) });
    await row.waitFor();
    await expect.poll(() => row.getByText("Exposed").count()).toBe(0);

    expect(await leak(issued.token), name).toEqual(refused);

    await page.reload();
    await row.getByText("Exposed").waitFor();
    await row.getByRole("link", { name }).click();
    const warning = page.getByRole("alert").filter({ hasText: "A secret of this key is exposed" });
    await warning.getByText(told).waitFor();
    await warning.getByText(/put the new token on your server only/).waitFor();
    await warning.getByRole("button", { name: "Rotate without overlap" }).click();
    await expect.poll(() => page.getByRole("radio", { name: "No overlap" }).isChecked()).toBe(true);
    await page.getByRole("button", { name: "Rotate key" }).click();
    const current = await takeToken(page);
    await warning.waitFor({ state: "detached" });

    expect(await codeOf(await getUser(server, issued.token)), name).toEqual([401, "secret_retired"]);
    expect((await getUser(server, current)).status, name).toBe(200);
    await page.goto(keys);
    await row.waitFor();
    await expect.poll(() => row.getByText("Exposed").count()).toBe(0);
  }
});

it("a token that somebody reports is refused at once, and let in again by whoever may", async () => {
  const server = await startServer({ env: unattended });
  const cookie = await signIn(server);
  const dashboard = dashboardOf(server, cookie);
  const { id: organizationId } = await dashboard.organizations.create.mutate({ name: "Acme" });
  const page = await newPage(await openBrowser(), { origin: server.origin, cookie });
  const key = { name: "Warehouse", environment: "live" } as const;
  const issued = await dashboard.keys.issue.mutate({ organizationId, key });
  expect((await getUser(server, issued.token)).status).toBe(200);

  expect(await reportTheLeak(server, issued.token)).toBe("quarantined");
  expect(await codeOf(await getUser(server, issued.token))).toEqual([401, "secret_quarantined"]);

  await page.goto(`/o/${organizationId}`);
  await page.getByText("Reported and put into quarantine").waitFor();
  await page.goto(`/o/${organizationId}/settings/keys`);
  await page.getByRole("row").getByText("Quarantined").waitFor();
  await page.getByRole("link", { name: "Warehouse" }).click();
  const warning = page.getByRole("alert").filter({ hasText: "A secret of this key is in quarantine" });
  await warning.getByText("github commit").waitFor();
  // Whoever reports has written it, and nobody has looked where it leads.
  await warning.getByText("https://github.com/acme-robotics/").waitFor();
  expect(await warning.getByRole("link").count()).toBe(0);

  await warning.getByRole("button", { name: "Release" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Release" }).click();
  await page.getByText("The secret is released").waitFor();
  expect((await getUser(server, issued.token)).status).toBe(200);
  await page
    .getByRole("alert")
    .filter({ hasText: "A secret of this key is exposed" })
    .getByText("It was in quarantine, and was released")
    .waitFor();

  await page.goto(`/o/${organizationId}/settings/organization`);
  await page.getByRole("radio", { name: "Revoke the key" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("The rule for leaks is saved").waitFor();
  expect(await reportTheLeak(server, issued.token)).toBe("revoked");
  expect(await codeOf(await getUser(server, issued.token))).toEqual([401, "key_revoked"]);
});
