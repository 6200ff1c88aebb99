import type { PartnerApp } from "../../../lib/api/api-types.ts";

type AppType = PartnerApp["type"];

/** As many as the server takes. */
const most = 10;
const longest = 2_000;

const loopbackAddresses: readonly string[] = ["127.0.0.1", "[::1]"];

export type RedirectUriFault =
  | "long"
  | "not_absolute"
  | "fragment"
  | "user"
  | "spelling"
  | "wildcard"
  | "local_https"
  | "insecure"
  | "local_name"
  | "scheme"
  | "own_scheme"
  | "repeated"
  | "too_many";

interface RedirectUriMistake {
  /** From 1, as people count the lines of a field. */
  readonly line: number;
  readonly fault: RedirectUriFault;
  /** How a browser writes it. */
  readonly written?: string;
}

/** The lines of the field that hold something. */
export function redirectUrisIn(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** What is wrong with which line, as the server sees it, which says only the first. */
export function mistakesInRedirectUris(text: string, type: AppType): readonly RedirectUriMistake[] {
  const seen = new Set<string>();
  return text.split("\n").flatMap((one, index) => {
    const uri = one.trim();
    if (uri === "") return [];
    const line = index + 1;
    const repeated = seen.has(uri);
    seen.add(uri);
    if (repeated) return [{ line, fault: "repeated" as const }];
    if (seen.size > most) return [{ line, fault: "too_many" as const }];
    const fault = faultOf(uri, type);
    return fault === null ? [] : [{ line, ...fault }];
  });
}

function faultOf(uri: string, type: AppType): Omit<RedirectUriMistake, "line"> | null {
  if (uri.length > longest) return { fault: "long" };
  // Where a URL is read as browsers do, it would be told as a mere mistake of writing.
  if (/^https?:\/\/[^/?#]*\*/i.test(uri)) return { fault: "wildcard" };
  const url = URL.parse(uri);
  if (url === null) return { fault: "not_absolute" };
  if (uri.includes("#")) return { fault: "fragment" };
  if (url.username !== "" || url.password !== "") return { fault: "user" };
  if (url.href !== uri && url.href !== `${uri}/`) return { fault: "spelling", written: url.href };
  const fault = faultOfScheme(url, type);
  return fault === null ? null : { fault };
}

function faultOfScheme({ protocol, hostname }: URL, type: AppType): RedirectUriFault | null {
  const isLocal = hostname === "localhost" || loopbackAddresses.includes(hostname);
  if (protocol === "https:") {
    return isLocal && type === "public" ? "local_https" : null;
  }
  if (protocol === "http:") {
    if (!isLocal) return "insecure";
    return hostname === "localhost" && type === "public" ? "local_name" : null;
  }
  if (type === "confidential") return "scheme";
  return protocol.includes(".") ? null : "own_scheme";
}
