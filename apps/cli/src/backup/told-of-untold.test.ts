import { expect, it } from "vitest";
import { toldOfUntold } from "./told-of-untold.ts";

const consequence =
  ": what was revoked, rotated, banned or removed after that is accepted again until you end it by hand.";
const madeAt = "2026-11-22T09:30:00.000Z";
const at = (minute: number) => Date.UTC(2026, 10, 22, 9, minute);
const chains = ["org_1", "org_2", "installation"].map((organization) => ({ organization, seq: 1, hash: "" }));
const aLog = (organization: string, until: number | null) => ({
  organization,
  isInBackup: true,
  from: until,
  entries: until === null ? 0 : 1,
  until,
  reapplied: [],
});

it("says of logs of which no export tells that what ended since is accepted again", () => {
  const { lines, isLeft } = toldOfUntold({ madeAt, chains }, [aLog("org_1", at(40)), aLog("org_2", null)]);
  expect(isLeft).toBe(true);
  expect(lines).toEqual([
    expect.stringMatching(
      /^Nothing .* after 2026-11-22T09:30:00.000Z in 2 logs \(org_2, installation\): .* again\. /,
    ),
    `Nothing is known of what happened after 2026-11-22T09:40:00.000Z${consequence}`,
  ]);
});

it("tells of an export with times that there are not, too", () => {
  const { lines } = toldOfUntold({ madeAt, chains }, [aLog("org_1", Number.MAX_SAFE_INTEGER)]);
  expect(lines.at(-1)).toBe(`Nothing is known of what happened after 9999-12-31T23:59:59.999Z${consequence}`);
});

it("says up to when the exports of all logs tell, and leaves nothing", () => {
  const logs = [aLog("installation", at(41)), aLog("org_1", at(40)), aLog("org_2", at(41))];
  expect(toldOfUntold({ madeAt, chains }, logs)).toEqual({
    isLeft: false,
    lines: [
      `Nothing is known of what happened after 2026-11-22T09:40:00.000Z in org_1, and after 2026-11-22T09:41:00.000Z in any log${consequence}`,
    ],
  });
});
