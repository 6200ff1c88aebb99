import { isIP } from "node:net";
import { expect, it } from "vitest";
import { isAddress } from "./is-address.ts";

it.each([
  ["203.0.113.7", "0.0.0.0", "255.255.255.255", "::", "::1", "2001:db8::7", "::ffff:203.0.113.7", "FE80::1"],
  ["", "unknown", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.4:80", "[::1]", "::1]:80/", "::g"],
  ["1.2.3.4 ", " ::1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "::1::", "2130706433", "0x7f.1", "localhost"],
])("knows an address where Node does: %j", (...texts) => {
  for (const text of texts) expect(isAddress(text), text).toBe(isIP(text) > 0);
});
