import { beforeAll, expect, it } from "vitest";
import { loadWords } from "../../lib/language/i18n.ts";
import { deviceOf } from "./device.ts";

beforeAll(() => loadWords(["account"]));

const mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko)";

it.each([
  ["Chrome on macOS", `${mac} Chrome/140.0.0.0 Safari/537.36`],
  ["Edge on macOS", `${mac} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`],
  ["Safari on macOS", `${mac} Version/18.0 Safari/605.1.15`],
  ["Firefox on Linux", "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"],
  ["curl", "curl/8.5.0"],
  ["Unknown device", "something else"],
  ["Unknown device", null],
])("reads %s", (device, userAgent) => {
  expect(deviceOf(userAgent)).toBe(device);
});
