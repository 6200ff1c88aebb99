import { expect, it } from "vitest";
import { newPage, openBrowser } from "./harness/browser.ts";
import { dashboardOf, signIn, unattended } from "./harness/dashboard.ts";
import { startServer } from "./harness/server.ts";

/** One more than a page holds. */
const tokens = 51;

it("says that the next page of a list did not come, and gets it when it can", async () => {
  const server = await startServer({ env: unattended });
  const cookie = await signIn(server);
  const { issue } = dashboardOf(server, cookie).instance.serviceTokens;
  for (let number = 1; number <= tokens; number += 1) {
    await issue.mutate({ name: `Service ${number}`, organizations: null, expiresAt: null });
  }
  const page = await newPage(await openBrowser(), { origin: server.origin, cookie });
  await page.goto("/instance/service-tokens");
  const rows = page.getByRole("table", { name: "Service tokens" }).getByRole("row");
  const more = page.getByRole("button", { name: "Load more" });
  await more.waitFor();
  const shown = await rows.count();

  await page.route("**/trpc/**", (route) => route.abort());
  await more.click();
  await page.getByRole("alert").waitFor();
  expect(await rows.count()).toBe(shown);

  await page.unroute("**/trpc/**");
  await more.click();
  await expect.poll(() => rows.count()).toBe(tokens + 1);
  await more.waitFor({ state: "detached" });
  expect(await page.getByRole("alert").count()).toBe(0);
});
