import type { Page } from "playwright-core";

/** Copies the token that a dialog shows as a person would, and closes it. */
export async function takeToken(page: Page, what = "token"): Promise<string> {
  await page.getByRole("button", { name: `Copy ${what}` }).click();
  const token = await page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole("button", { name: "I have stored it" }).click();
  await page.getByRole("button", { name: "I have stored it" }).waitFor({ state: "detached" });
  return token;
}
