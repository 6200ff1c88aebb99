import { APIConnectionError, APIError, APIUserAbortError } from "openai";

/** What went wrong with the endpoint, in our own words. The client's errors hold addresses, headers and answers. */
export class Fault extends Error {
  override readonly name = "Fault";
  /** Whether another try may do better. */
  readonly passing: boolean;
  /** What the endpoint asks us to wait, in milliseconds. */
  readonly retryAfterMs: number | null;

  constructor(message: string, { passing = false, retryAfterMs = null }: Partial<Passing> = {}) {
    super(message);
    this.passing = passing;
    this.retryAfterMs = retryAfterMs;
  }
}

type Passing = Pick<Fault, "passing" | "retryAfterMs">;

export function faultOf(error: unknown): Fault {
  if (error instanceof Fault) return error;
  if (error instanceof APIError && error.status !== undefined)
    return statusFault(error.status, error.headers);
  if (isAbort(error)) return new Fault("it took too long", { passing: true });
  if (error instanceof SyntaxError) return new Fault("its answer is not JSON");
  const code = codeOf(error);
  const isConnection = error instanceof APIConnectionError || error instanceof TypeError || code !== null;
  if (!isConnection) return new Fault("its answer cannot be read");
  return new Fault(`the connection failed${code === null ? "" : ` (${code})`}`, { passing: true });
}

function statusFault(status: number, headers: Headers | undefined): Fault {
  const passing = status === 408 || status === 429 || status >= 500;
  return new Fault(`it answered ${status}`, { passing, retryAfterMs: retryAfterOf(headers) });
}

/** RFC 9110, section 10.2.3; a date is measured against the endpoint's own clock. */
function retryAfterOf(headers: Headers | undefined): number | null {
  const value = headers?.get("retry-after") ?? "";
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1_000;
  const wait = Date.parse(value) - Date.parse(headers?.get("date") ?? "");
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}

function isAbort(error: unknown): boolean {
  return (
    error instanceof APIUserAbortError ||
    (error instanceof Error && /^(Abort|Timeout)Error$/.test(error.name))
  );
}

/** Node's name for what befell a connection, from wherever it stands in the chain of causes. */
function codeOf(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string" && /^[A-Z][A-Z_]+$/.test(cause.code))
      return cause.code;
  }
  return null;
}
