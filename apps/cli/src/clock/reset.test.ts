import { installation } from "@katkey/keys";
import { expect, it } from "vitest";
import { anInstallation } from "../../testing/installation.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** An installation whose servers last judged by a time so far from now. */
async function judgedBy(ahead: number) {
  const { database, audit, katkey } = await anInstallation();
  database.exec(`insert into clock_mark values (1, ${Date.now() + ahead}, 0)`);
  const marked = () => Number(database.prepare("select at from clock_mark").pluck().get());
  const entries = async () =>
    (await audit.list(installation, { limit: 10 })).items.map(({ action }) => action);
  return { katkey, marked, entries };
}

it.each([
  [
    "was ahead by mistake",
    2 * hour,
    /^What has expired between the two is accepted again until then.*revoked stays so/,
  ],
  ["is one that somebody has made up", 1e300, /^What has expired between the two is accepted again/],
  ["goes forward by years", -800 * day, /^What was to expire between the two has expired\. /],
  ["goes forward by a month or more", -40 * day, /^What was to expire between the two has expired\. /],
])("a reset when time %s says what is true from then on", async (_, ahead, means) => {
  const { katkey, marked, entries } = await judgedBy(ahead);
  const { code, stdout, stderr } = await katkey("clock", "reset");
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^Time is what this machine's clock says, 20\S+Z\. It was \d{4}-\S+Z\.\n$/),
  });
  expect(stderr).toMatch(means);
  expect(Math.abs(marked() - Date.now())).toBeLessThan(hour);
  expect(await entries()).toContain("clock.reset");
});

it.each([
  ["agree", 0],
  ["were a week apart because none ran", -7 * day],
])("a reset does nothing where clock and servers %s", async (_, ahead) => {
  const { katkey, marked, entries } = await judgedBy(ahead);
  const before = marked();
  const { code, stdout, stderr } = await katkey("clock", "reset");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(
    /^There is nothing to put right: this machine's clock says 20\S+Z, and servers last judged by 20\S+Z\.\n$/,
  );
  expect(marked()).toBe(before);
  expect(await entries()).not.toContain("clock.reset");
});

it("a reset before any server has run has nothing to put right", async () => {
  const { katkey } = await anInstallation();
  const { stdout } = await katkey("clock", "reset", "--json");
  expect(JSON.parse(stdout)).toMatchObject({ before: null, reset: false });
});
