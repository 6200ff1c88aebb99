import { CatalogError } from "../errors.ts";

/** `done`, or the code of the refusal. */
export async function outcomeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return "done";
  } catch (error) {
    if (error instanceof CatalogError) return error.code;
    throw error;
  }
}
