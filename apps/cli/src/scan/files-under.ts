import { opendir, stat } from "node:fs/promises";
import { join } from "node:path";

/** A file to read, or what kept from looking for some. */
export type Place =
  | { readonly path: string; readonly fault: null }
  | { readonly path: string; readonly fault: string };

/**
 * Every file under a path, or the file itself, also where the path is a link. Below it links are not followed, and what
 * is no file or directory is left out.
 */
export async function* filesUnder(path: string): AsyncGenerator<Place> {
  try {
    const found = await stat(path);
    if (found.isFile()) yield { path, fault: null };
    if (!found.isDirectory()) return;
  } catch (error) {
    yield { path, fault: faultOf(error) };
    return;
  }
  yield* within(path);
}

async function* within(directory: string): AsyncGenerator<Place> {
  const below: string[] = [];
  try {
    for await (const entry of await opendir(directory)) {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) below.push(path);
      else if (entry.isFile()) yield { path, fault: null };
    }
  } catch (error) {
    yield { path: directory, fault: faultOf(error) };
  }
  for (const path of below) yield* within(path);
}

/** In a word, such as `EACCES`. */
export function faultOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
