import ipaddr from "ipaddr.js";
import { KeyError } from "./errors.ts";

const most = 50;

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

/** True when the list is empty, or a network of it holds the address. Never true for what is no address. */
export function allowsAddress(networks: readonly string[], address: string): boolean {
  if (networks.length === 0) return true;
  if (!ipaddr.isValid(address)) return false;
  const client = ipaddr.process(address);
  return networks.some((network) => {
    const [base, bits] = ipaddr.parseCIDR(network);
    return base.kind() === client.kind() && client.match(base, bits);
  });
}

/** What is throttled as one client: an IPv4 address, or the /64 that an IPv6 client owns. */
export function clientGroupOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const client = ipaddr.process(address);
  if (client.kind() === "ipv4") return client.toString();
  return ipaddr.IPv6.networkAddressFromCIDR(`${client.toString()}/64`).toString();
}

function canonicalNetwork(text: string): string {
  const trimmed = text.trim();
  try {
    const [base, bits] = trimmed.includes("/") ? ipaddr.parseCIDR(trimmed) : hostOf(trimmed);
    const first =
      base.kind() === "ipv4"
        ? ipaddr.IPv4.networkAddressFromCIDR(`${base.toString()}/${bits}`)
        : ipaddr.IPv6.networkAddressFromCIDR(`${base.toString()}/${bits}`);
    return `${first.toString()}/${bits}`;
  } catch (cause) {
    const message = `"${trimmed.slice(0, 60)}" is not an IP address or a network such as 203.0.113.0/24.`;
    throw Object.assign(new KeyError("addresses_invalid", message), { cause });
  }
}

function hostOf(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  // Only the four-part form: ipaddr.js also reads "1" and octal parts, which nobody means here.
  if (!text.includes(":") && !ipaddr.IPv4.isValidFourPartDecimal(text)) throw new Error("no address");
  const address = ipaddr.process(text);
  return [address, address.kind() === "ipv4" ? 32 : 128];
}
