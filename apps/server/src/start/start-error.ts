/** Why the server cannot start, in one sentence for the operator. */
export class StartError extends Error {
  override readonly name = "StartError";
}

/** The code by which the operating system names a fault, such as `EACCES`. */
export function faultCodeOf(fault: unknown): string {
  return fault instanceof Error && "code" in fault ? String(fault.code) : "unknown";
}
