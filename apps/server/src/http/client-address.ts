import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

export type AddressOf = (request: IncomingMessage) => string;

/** Whether a request came straight from a trusted proxy. */
export type IsProxied = (request: IncomingMessage) => boolean;

/**
 * Tells a request's client address. `X-Forwarded-For` is believed as far as trusted
 * proxies wrote it: read from the right, the first address that is not one of them is
 * the client; what stands to its left is the client's own invention.
 */
export function clientAddressBy(trustedProxies: readonly string[]): AddressOf {
  const trusted = blockListOf(trustedProxies);
  return (request) => {
    const peer = peerOf(request);
    if (trustedProxies.length === 0 || !holds(trusted, peer)) return peer;
    return lastUntrusted(trusted, peer, request.headers["x-forwarded-for"]);
  };
}

/** Tells whether the headers are to be believed that a proxy writes. */
export function proxiedBy(trustedProxies: readonly string[]): IsProxied {
  const trusted = blockListOf(trustedProxies);
  return (request) => trustedProxies.length > 0 && holds(trusted, peerOf(request));
}

function peerOf({ socket }: IncomingMessage): string {
  return plain(socket.remoteAddress ?? "");
}

function lastUntrusted(trusted: BlockList, peer: string, forwarded: string | string[] | undefined): string {
  const hops = String(forwarded ?? "").split(",");
  let client = peer;
  for (const hop of hops.toReversed()) {
    const address = plain(withoutPort(hop.trim()));
    // A zone can be any text: so many addresses would be one client's.
    if (isIP(address) === 0 || address.includes("%")) break;
    client = address;
    if (!holds(trusted, address)) break;
  }
  return client;
}

/** Some proxies write where the client's port was, too: `192.0.2.1:5678`, `[2001:db8::1]:5678`. */
function withoutPort(hop: string): string {
  return /^\[([^\]]*)\](?::\d{1,5})?$/.exec(hop)?.[1] ?? /^([\d.]+):\d{1,5}$/.exec(hop)?.[1] ?? hop;
}

function blockListOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", bits] = network.split("/");
    const family = familyOf(address);
    list.addSubnet(address, Number(bits ?? (family === "ipv4" ? 32 : 128)), family);
  }
  return list;
}

function holds(list: BlockList, address: string): boolean {
  return isIP(address) !== 0 && list.check(address, familyOf(address));
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 6 ? "ipv6" : "ipv4";
}

/** Without the IPv6 clothes that a dual-stack socket puts on an IPv4 address. */
function plain(address: string): string {
  return address.startsWith("::ffff:") && address.includes(".") ? address.slice(7) : address;
}
