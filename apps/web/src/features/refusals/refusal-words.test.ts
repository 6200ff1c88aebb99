import { expect, it } from "vitest";
import { problems } from "../../locales/en/problems.ts";
import { refusals as danish } from "../../locales/da/refusals.ts";
import { refusals as english } from "../../locales/en/refusals.ts";

/** Every problem that has a name, which the server's table of them decides. */
const codes = Object.keys(problems.names).filter((code) => code !== "none");

const circumstances = Object.keys(english.obstacle);

it.each(codes)("%s is explained, and so is what makes it pass, in both languages", (code) => {
  for (const { why, todo, obstacle } of [english, danish]) {
    expect(Object.entries(why)).toContainEqual([code, expect.stringMatching(/\S.*\.$/)]);
    const settled = Object.entries({ ...todo, ...obstacle, ...pluralOrSplit(obstacle) });
    expect(settled).toContainEqual([code, expect.stringMatching(/\S.*\.$/)]);
  }
});

/** What is said in more than one form. */
function pluralOrSplit(obstacle: typeof danish.obstacle) {
  return { rate_limited: obstacle.rate_limited_other, insufficient_scope: obstacle.notGranted };
}

it("says what to do about a code either as something in the way or as a change of the request", () => {
  const both = Object.keys(english.todo).filter((code) => circumstances.includes(code));
  expect(both).toEqual([]);
});
