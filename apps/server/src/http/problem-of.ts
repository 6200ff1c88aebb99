import { CatalogError } from "@katkey/catalog";
import { KeyError, type KeyErrorCode } from "@katkey/keys";
import { Problem } from "./problem.ts";

/** In seconds; the database is rarely held for longer. */
export const busyRetryAfter = { "Retry-After": "2" };

/** What is answered to whatever was thrown; `internal_error` for what is nobody's refusal. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof CatalogError) return catalogProblem(error);
  if (!(error instanceof KeyError)) return new Problem("internal_error", { cause: error });
  const { code, message: detail } = error;
  return new Problem(code, { detail, cause: error, ...(isForNow(code) && { headers: busyRetryAfter }) });
}

function isForNow(code: KeyErrorCode): boolean {
  return code === "busy" || code === "storage_unavailable" || code === "storage_damaged";
}

/** Why a text engine failed is for the operator, who finds it in the log. */
function catalogProblem(error: CatalogError): Problem {
  const { code, message: detail, facts } = error;
  return new Problem(code, {
    ...(code !== "text_engine_failed" && { detail }),
    members: { ...facts },
    cause: error,
  });
}
