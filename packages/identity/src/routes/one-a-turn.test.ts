import { expect, it } from "vitest";
import { createOneATurn } from "./one-a-turn.ts";

it("lets one in a turn, in their order, and all others have the turns in between", async () => {
  const turn = createOneATurn();
  let turns = 0;
  let isOver = false;
  setImmediate(function count() {
    turns += 1;
    if (!isOver) setImmediate(count);
  });
  const passed: (readonly [number, number])[] = [];
  await Promise.all([1, 2, 3].map((who) => turn().then(() => passed.push([who, turns]))));
  await turn().then(() => passed.push([4, turns]));
  isOver = true;

  const [[, first] = [0, 0]] = passed;
  expect(passed).toEqual([
    [1, first],
    [2, first + 1],
    [3, first + 2],
    [4, first + 3],
  ]);
});
