import ipaddr from "ipaddr.js";
import { KeyError } from "../errors.ts";

type IpAddress = ipaddr.IPv4 | ipaddr.IPv6;

type Network = readonly [base: IpAddress, bits: number];

const most = 50;

/** Lists kept in parsed form: reading one takes as long as ten requests may. */
const mostKept = 1_000;
const kept = new Map<string, readonly Network[]>();

/**
 * The networks of an allow list in their canonical form: `203.0.113.7` becomes
 * `203.0.113.7/32`. IPv4 and IPv6, at most 50.
 * @throws KeyError `addresses_invalid`, naming the first one that is no network.
 */
export function parseAddressList(networks: readonly string[]): readonly string[] {
  if (networks.length > most) {
    throw new KeyError("addresses_invalid", `A key can name at most ${most} networks.`);
  }
  return [...new Set(networks.map(canonicalNetwork))];
}

/**
 * True when the list is empty, or a network of it holds the address. Otherwise false for what is no address.
 * The networks are canonical, as `parseAddressList` returns them.
 */
export function allowsAddress(networks: readonly string[], address: string | null): boolean {
  if (networks.length === 0) return true;
  if (address === null || !ipaddr.isValid(address)) return false;
  const client = ipaddr.process(address);
  const width = client.kind() === "ipv4" ? 32 : 128;
  return parsed(networks).some((network) => holds(network, [client, width]));
}

/**
 * True when every wanted network lies within one of the held ones, so that whom
 * `wanted` allows, `held` allows. An empty list means any address. Both canonical.
 */
export function coversNetworks(held: readonly string[], wanted: readonly string[]): boolean {
  if (held.length === 0) return true;
  const holding = parsed(held);
  return wanted.length > 0 && parsed(wanted).every((inner) => holding.some((outer) => holds(outer, inner)));
}

/** What is throttled as one client: an IPv4 address, or the /64 that an IPv6 client owns. */
export function clientGroupOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const client = ipaddr.process(address);
  if (client.kind() === "ipv4") return client.toString();
  return networkOf(client, 64);
}

function holds([outer, outerBits]: Network, [inner, innerBits]: Network): boolean {
  return outer.kind() === inner.kind() && outerBits <= innerBits && inner.match(outer, outerBits);
}

/** By content, because each request reads the list from the store again. The oldest gives way. */
function parsed(networks: readonly string[]): readonly Network[] {
  const text = networks.join();
  const known = kept.get(text);
  if (known !== undefined) return known;
  const list = networks.map((network) => ipaddr.parseCIDR(network));
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? "");
  kept.set(text, list);
  return list;
}

function canonicalNetwork(text: string): string {
  const trimmed = text.trim();
  try {
    const [host = "", bits, ...rest] = trimmed.split("/");
    if (rest.length > 0) throw new Error("two slashes");
    const address = parseHost(host);
    const width = address.kind() === "ipv4" ? 32 : 128;
    return networkOf(address, bits === undefined ? width : parseBits(bits, width));
  } catch (cause) {
    const message = `"${trimmed.slice(0, 60)}" is not an IP address or a network such as 203.0.113.0/24.`;
    throw new KeyError("addresses_invalid", message, { cause });
  }
}

function parseHost(text: string): IpAddress {
  // Only the four-part form: ipaddr.js also reads "1" and octal parts, which nobody means here.
  if (!text.includes(":") && !ipaddr.IPv4.isValidFourPartDecimal(text)) throw new Error("no address");
  const address = ipaddr.parse(text);
  // A client never has such an address: it is compared as the IPv4 address that it stands for.
  if (address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress()) throw new Error("mapped");
  return address;
}

function parseBits(text: string, width: number): number {
  const bits = Number(text);
  if (!/^\d{1,3}$/.test(text) || bits > width) throw new Error("no prefix length");
  return bits;
}

function networkOf(address: IpAddress, bits: number): string {
  const family = address.kind() === "ipv4" ? ipaddr.IPv4 : ipaddr.IPv6;
  return `${family.networkAddressFromCIDR(`${address.toString()}/${bits}`).toString()}/${bits}`;
}
