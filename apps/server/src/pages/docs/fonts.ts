import { readFileSync } from "node:fs";

/** A part of the dashboard's font: a browser loads those whose letters a page has. */
interface FontFile {
  readonly name: string;
  readonly content: Buffer;
}

const style = new URL(import.meta.resolve("@fontsource-variable/inter/index.css"));

/** What the font's style says of its parts, with the addresses that they have here. */
export function fontFaces(addressOf: (file: FontFile) => string): string {
  return readFileSync(style, "utf8").replaceAll(
    /url\(\.\/(files\/(?<name>[\w-]+)\.woff2)\)/g,
    (_, path: string, name: string) =>
      `url(${addressOf({ name, content: readFileSync(new URL(path, style)) })})`,
  );
}
