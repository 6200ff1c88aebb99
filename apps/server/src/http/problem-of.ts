import { CatalogError } from "@katkey/catalog";
import { KeyError, retryAfterOfRefusal } from "@katkey/keys";
import { Problem } from "./problem.ts";

/** What is answered to whatever was thrown; `internal_error` for what is nobody's refusal. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof CatalogError) return catalogProblem(error);
  if (!(error instanceof KeyError)) return new Problem("internal_error", { cause: error });
  const { code, message: detail } = error;
  const seconds = retryAfterOfRefusal(code);
  const told = { detail, cause: error };
  return new Problem(
    code,
    seconds === null ? told : { ...told, headers: { "Retry-After": String(seconds) } },
  );
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
