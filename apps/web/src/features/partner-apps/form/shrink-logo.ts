/** Of the whole data URI, as the server takes it. */
const longest = 48_000;
const side = 256;

/** What a browser may write a picture as, best first; one that does not know a kind writes PNG. */
const kinds = ["image/png", "image/webp", "image/jpeg"] as const;

/**
 * A picture as a data URI, drawn anew at the size in which it is shown at most, so that nothing else that the file
 * holds comes along. `null`: it is no picture that this browser can read.
 */
export async function shrinkLogo(file: Blob): Promise<string | null> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return null;
  const canvas = drawn(picture);
  picture.close();
  const written = kinds.map((kind) => ({ kind, uri: canvas.toDataURL(kind, 0.85) }));
  return (
    written.find(({ kind, uri }) => uri.startsWith(`data:${kind};`) && uri.length <= longest)?.uri ?? null
  );
}

function drawn(picture: ImageBitmap): HTMLCanvasElement {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext("2d");
  if (context !== null) {
    context.imageSmoothingQuality = "high";
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  }
  return canvas;
}
