import { KeyError } from "../errors.ts";

/** `done`, or the code of the refusal. Any other error is thrown. */
export async function outcomeOf(change: Promise<unknown>): Promise<string> {
  try {
    await change;
    return "done";
  } catch (error) {
    if (error instanceof KeyError) return error.code;
    throw error;
  }
}
