import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

interface Asset {
  /** Names the content, so that it can be kept for ever. */
  readonly path: string;
  readonly type: "css" | "js";
  readonly content: string;
}

const style = readAsset("css");
const script = readAsset("js");

export const assets: readonly Asset[] = [style, script];
export const stylePath = style.path;
export const scriptPath = script.path;

function readAsset(type: Asset["type"]): Asset {
  const content = readFileSync(new URL(`assets/docs.${type}`, import.meta.url), "utf8");
  return { path: `/docs/assets/docs.${fingerprintOf(content)}.${type}`, type, content };
}

/** Changes with the text, and with nothing else. */
export function fingerprintOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 16);
}
