import { isIP } from "node:net";
import { z } from "zod";

/** Digits within bounds, as a number. */
export function wholeNumber(least: number, most: number) {
  const message = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,7}$/, message)
    .transform(Number)
    .refine((value) => value >= least && value <= most, message);
}

/** Scheme, host and port as a browser would write them, and nothing else. */
export function isBareOrigin(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === text;
}

/** An http address that paths can be put behind. */
export function isBaseUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return false;
  return url.username === "" && url.password === "" && !/[?#\s]/.test(text);
}

/** Where faults of security can be reported: an address for e-mail, or a page over TLS. */
export function isSecurityContact(text: string): boolean {
  if (/^mailto:[!-~]+@[!-~]+$/.test(text)) return true;
  return /^https:\/\/[!-~]+$/.test(text) && URL.canParse(text);
}

/** A chat endpoint's whole address, as its documentation shows it. */
export function isCompletionsUrl(text: string): boolean {
  return /\/chat\/completions\/*$/i.test(text);
}

/** An IP address, or a network in CIDR form. */
export function isNetwork(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}
