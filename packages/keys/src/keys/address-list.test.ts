import * as fc from "fast-check";
import ipaddr from "ipaddr.js";
import { describe, expect, it, vi } from "vitest";
import { allowsAddress, clientGroupOf, coversNetworks, parseAddressList } from "./address-list.ts";

// Few bits that differ, so that one network often lies in another.
const address = fc.oneof(
  fc
    .tuple(fc.constantFrom(10, 11), fc.constantFrom(0, 128), fc.nat(1))
    .map(([a, b, c]) => `${a}.${b}.0.${c}`),
  fc
    .tuple(fc.constantFrom("2001:db8", "2001:db9"), fc.nat(1), fc.nat(1))
    .map(([a, b, c]) => `${a}:${b}::${c}`),
);
const network = fc
  .tuple(address, fc.constantFrom(0, 7, 8, 9, 31, 32, 33, 48, 128))
  .map(([host, bits]) => `${host}/${host.includes(":") ? bits : Math.min(bits, 32)}`);
const list = fc.array(network, { maxLength: 4 }).map(parseAddressList);

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

  it("is read once, however often it is asked", () => {
    const reading = vi.spyOn(ipaddr, "parseCIDR");
    const networks = Array.from({ length: 50 }, (_, i) => `10.77.${i}.0/24`);
    for (let i = 0; i < 20; i += 1) allowsAddress([...networks], "10.77.49.1");
    expect(reading).toHaveBeenCalledTimes(50);
    reading.mockRestore();
  });

  it("is not mistaken for another, however many there are", () => {
    for (let i = 0; i < 3_000; i += 1) {
      const [own, other] = [`10.${i >> 8}.${i & 255}.1`, `11.${i >> 8}.${i & 255}.1`];
      expect(allowsAddress([`${own}/32`], own)).toBe(true);
      expect(allowsAddress([`${own}/32`], other)).toBe(false);
    }
  });

  it.each([
    [[], [], true],
    [[], ["10.0.0.0/8"], true],
    [["10.0.0.0/8"], [], false],
    [["10.0.0.0/8"], ["10.0.0.0/8"], true],
    [["10.0.0.0/8"], ["10.1.0.0/16", "10.2.0.1/32"], true],
    [["10.0.0.0/8"], ["10.1.0.0/16", "11.0.0.1/32"], false],
    [["10.1.0.0/16"], ["10.0.0.0/8"], false],
    [["0.0.0.0/0"], ["::/0"], false],
    [["::/0", "0.0.0.0/0"], ["2001:db8::/32", "10.0.0.0/8"], true],
    [["2001:db8::/32"], ["2001:db8:1::/48"], true],
    [["2001:db8::/32"], ["2001:db9::/48"], false],
  ])("%j covers %j: %s", (held, wanted, covers) => {
    expect(coversNetworks(held, wanted)).toBe(covers);
  });

  it("that is covered by another allows nobody whom the other refuses", () => {
    fc.assert(
      fc.property(list, list, address, (held, wanted, client) => {
        fc.pre(coversNetworks(held, wanted) && allowsAddress(wanted, client));
        expect(allowsAddress(held, client)).toBe(true);
      }),
    );
  });

  it("covers itself, and each part of itself", () => {
    fc.assert(
      fc.property(list, fc.nat(3), (held, i) => {
        expect(coversNetworks(held, held)).toBe(true);
        expect(coversNetworks(held, held.slice(i, i + 1))).toBe(held.length === 0 || i < held.length);
      }),
    );
  });
});
