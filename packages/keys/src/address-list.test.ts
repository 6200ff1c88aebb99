import { describe, expect, it } from "vitest";
import { allowsAddress, clientGroupOf, parseAddressList } from "./address-list.ts";

describe("an allow list of addresses", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7/32"],
    ["203.0.113.7/24", "203.0.113.0/24"],
    [" 10.0.0.0/8 ", "10.0.0.0/8"],
    ["2001:db8::1", "2001:db8::1/128"],
    ["2001:DB8:0:0::/32", "2001:db8::/32"],
  ])("reads %s as %s", (written, canonical) => {
    expect(parseAddressList([written])).toEqual([canonical]);
  });

  it.each([
    "",
    "1",
    "0x7f.1",
    "010.0.0.1",
    "1.2.3.4/33",
    "1.2.3/24",
    "::1/129",
    "example.com",
    "1.2.3.4-9",
    "1.2.3.4/",
    "::ffff:10.0.0.0/104",
    "1.2.3.4/8/8",
  ])("refuses %j", (written) => {
    expect(() => parseAddressList([written])).toThrow(expect.objectContaining({ code: "addresses_invalid" }));
  });

  it("names a network once, and no more than fifty", () => {
    expect(parseAddressList(["10.0.0.1", "10.0.0.1/32"])).toEqual(["10.0.0.1/32"]);
    const many = Array.from({ length: 51 }, (_, i) => `10.0.0.${i}`);
    expect(() => parseAddressList(many)).toThrow(expect.objectContaining({ code: "addresses_invalid" }));
  });

  it.each([
    [[], "198.51.100.1", true],
    [["10.0.0.0/8"], "10.255.0.1", true],
    [["10.0.0.0/8"], "11.0.0.1", false],
    [["10.0.0.0/8"], "::ffff:10.1.2.3", true],
    [["2001:db8::/32"], "2001:db8:1::9", true],
    [["2001:db8::/32"], "10.0.0.1", false],
    [["0.0.0.0/0"], "::1", false],
    [["0.0.0.0/0"], "not an address", false],
    [["10.0.0.1/32", "2001:db8::/32"], "2001:db8::1", true],
  ])("%j and a call from %s: %s", (networks, address, allowed) => {
    expect(allowsAddress(networks, address)).toBe(allowed);
  });

  it("takes the addresses that one IPv6 client can choose from as one", () => {
    expect(clientGroupOf("2001:db8:1:2:3:4:5:6")).toBe(clientGroupOf("2001:db8:1:2::1"));
    expect(clientGroupOf("2001:db8:1:3::1")).not.toBe(clientGroupOf("2001:db8:1:2::1"));
    expect(clientGroupOf("::ffff:192.0.2.1")).toBe("192.0.2.1");
  });
});
