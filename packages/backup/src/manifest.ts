import { hash } from "node:crypto";
import { z } from "zod";

/** The files of a backup by their names in it, in the order in which they are taken. */
export const databaseNames = ["katkey.db", "usage.db"] as const;

export type DatabaseName = (typeof databaseNames)[number];

export const manifestName = "manifest.json";

/** Counts up when a reader of the one before could not read it. */
const formatVersion = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const file = z.object({
  name: z.enum(databaseNames),
  bytes: z.number().int().nonnegative(),
  sha256,
  /** The last of each part, such as `keys/0013_partner_app_guards`. */
  migrations: z.array(z.string()),
  /** Of each table. */
  rows: z.record(z.string(), z.number().int().nonnegative()),
});

const manifest = z.object({
  format: z.literal("katkey-backup"),
  formatVersion: z.literal(formatVersion),
  katkeyVersion: z.string(),
  /** Whatever was acknowledged before this moment is in the backup. */
  madeAt: z.iso.datetime(),
  files: z.tuple([file, file]),
  /** Where the log of each organization, and that of the installation, ends. */
  chains: z.array(z.object({ organization: z.string(), seq: z.number().int().positive(), hash: sha256 })),
  tokenBrand: z.string(),
  /** By which the secret that belongs to it is known again; it cannot be computed from this. */
  sessionSecretFingerprint: z.string().nullable(),
});

/** What a backup says of itself. */
export type Manifest = z.infer<typeof manifest>;

export type ManifestFile = Manifest["files"][number];

export const newManifest = (told: Omit<Manifest, "format" | "formatVersion">): Manifest => ({
  format: "katkey-backup",
  formatVersion,
  ...told,
});

/** `null`: it is no manifest that this version reads. */
export function readManifest(text: string): Manifest | null {
  try {
    return manifest.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Of 32 random bytes, so that a hash without salt gives nothing away. */
export function fingerprintOf(sessionSecret: string): string {
  return hash("sha256", `katkey session-secret\n${sessionSecret.trim()}`, "hex").slice(0, 32);
}
