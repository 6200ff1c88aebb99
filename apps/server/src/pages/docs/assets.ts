import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fontFaces } from "./fonts.ts";

interface Asset {
  /** Names the content, so that it can be kept for ever. */
  readonly path: string;
  readonly type: "css" | "js" | "woff2";
  readonly content: string | Buffer;
}

/** In the order in which they overrule each other. */
const styles = ["base", "frame", "contents", "text", "code", "request", "table", "narrow", "print"];

const files: Asset[] = [];
const faces = fontFaces(({ name, content }) => add(name, "woff2", content));

export const stylePath = add("docs", "css", [faces, ...styles.map((name) => read(`${name}.css`))].join("\n"));
export const scriptPath = add("docs", "js", read("docs.js"));
export const assets: readonly Asset[] = files;

function add(name: string, type: Asset["type"], content: Asset["content"]): string {
  const path = `/docs/assets/${name}.${fingerprintOf(content)}.${type}`;
  files.push({ path, type, content });
  return path;
}

function read(name: string): string {
  return readFileSync(new URL(`assets/${name}`, import.meta.url), "utf8");
}

/** Changes with the content, and with nothing else. */
export function fingerprintOf(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("base64url").slice(0, 16);
}
