import { ErrorNotice } from "../../ui/error-notice.tsx";
import { refusedFields } from "./refused-fields.ts";

/** Why a change of a key was refused, unless a field of its form says it. */
export function KeyRefusal({ error }: { readonly error: unknown }) {
  if (error === null || error === undefined || Object.keys(refusedFields(error)).length > 0) return null;
  return <ErrorNotice error={error} />;
}
