import { sep } from "node:path";
import type { Config } from "@katkey/server/config";

const loopback = /^(?:127\.|\[?::1\]?$|localhost$)/;

/** What is allowed and should not be, where others can reach the server. */
export function settingsFindings({
  origin,
  host,
  operator,
  backups,
  dataDirectory,
}: Config): readonly string[] {
  const { protocol, hostname } = new URL(origin);
  const isOpen = protocol === "http:" && !loopback.test(hostname);
  const listensToAll = protocol === "http:" && !loopback.test(host);
  return [
    ...(isOpen
      ? [
          `KATKEY_ORIGIN is ${origin}: passwords cross the network as they are. Put a TLS proxy in front, and set it to https.`,
        ]
      : []),
    ...(listensToAll
      ? [
          `HOST is ${host}, and there is no TLS: whoever is on the network reads tokens. Set HOST to 127.0.0.1, and put a TLS proxy in front.`,
        ]
      : []),
    ...(operator !== null
      ? [
          "KATKEY_ADMIN_PASSWORD is in the environment. Once somebody has an account it is without effect: unset it, and KATKEY_ADMIN_EMAIL.",
        ]
      : []),
    ...(backups !== null && isWithin(backups.folder, dataDirectory)
      ? [
          "KATKEY_BACKUP_DIR lies in KATKEY_DATA_DIR: what loses one loses the other. Set it to a place on another disk.",
        ]
      : []),
  ];
}

function isWithin(path: string, directory: string): boolean {
  return path === directory || path.startsWith(`${directory}${sep}`);
}
