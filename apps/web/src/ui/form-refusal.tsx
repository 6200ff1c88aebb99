import { formRefusal } from "../lib/forms/form-errors.ts";
import { ErrorNotice } from "./error-notice.tsx";

/** Why a form was refused, where none of its fields says it. */
export function FormRefusal({ error }: { readonly error: unknown }) {
  const rest = formRefusal(error);
  return rest === null || rest === undefined ? null : <ErrorNotice error={rest} />;
}
