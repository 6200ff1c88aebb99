/** What a terminal would obey: names of files and tables are somebody else's. */
const obeyed = /[^\P{Cc}\n]|[\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu;

/** Why the server cannot start, in one sentence for the operator. */
export class StartError extends Error {
  override readonly name = "StartError";

  constructor(message: string, options?: ErrorOptions) {
    super(message.replaceAll(obeyed, "\u{fffd}"), options);
  }
}

/** The code by which the operating system names a fault, such as `EACCES`. */
export function faultCodeOf(fault: unknown): string {
  return fault instanceof Error && "code" in fault ? String(fault.code) : "unknown";
}
