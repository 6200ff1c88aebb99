/** Of the whole data URI: enough for 256 pixels square, and little beside the page that shows it. */
export const longestLogo = 48_000;

const form =
  /^data:image\/(png|jpeg|webp);base64,((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)$/;

const beginnings: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
  png: (bytes) => bytes.toString("latin1", 0, 8) === "\x89PNG\r\n\x1a\n",
  jpeg: (bytes) => bytes.toString("latin1", 0, 3) === "\xff\xd8\xff",
  webp: (bytes) => bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP",
};

/**
 * Whether this is a data URI of a picture that can hold no program: PNG, JPEG or WebP, and begins as such a file
 * does. SVG is none: it can carry scripts and load what others see.
 */
export function isLogo(uri: string): boolean {
  if (uri.length > longestLogo) return false;
  const [, kind = "", data = ""] = form.exec(uri) ?? [];
  return beginnings[kind]?.(Buffer.from(data, "base64")) ?? false;
}
