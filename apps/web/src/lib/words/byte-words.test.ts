import { expect, it } from "vitest";
import { byteWords } from "./byte-words.ts";

it.each([
  [0, "0 byte"],
  [980, "980 byte"],
  [4_096, "4.1 kB"],
  [12_345_678, "12.3 MB"],
  [5e15, "5,000 TB"],
])("tells a size of %i bytes", (bytes, words) => {
  expect(byteWords(bytes)).toBe(words);
});
