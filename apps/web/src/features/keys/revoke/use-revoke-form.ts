import { useForm } from "@mantine/form";
import { wordsOf } from "../../../lib/language/i18n.ts";
import { revocationReasonOf } from "../../../lib/keys/revocation-reasons.ts";
import { isSameName } from "./revoke-confirmation.ts";
import { noteMistake } from "../text-limits.ts";

const t = wordsOf("keys");

interface Confirmation {
  /** What has to be typed, because somebody would notice the end today; `null`: nothing. */
  readonly typed: string | null;
  /** Said of anything else. */
  readonly mistake: string;
}

export function useRevokeForm(reason: string, { typed, mistake }: Confirmation) {
  return useForm({
    initialValues: { reason, text: "", name: "" },
    validate: {
      reason: (chosen) => (revocationReasonOf(chosen) === null ? t("revoke.reasonMissing") : null),
      text: (text, { reason: chosen }) =>
        chosen === "other" && text.trim() === "" ? t("revoke.detailsMissing") : noteMistake(text),
      name: (name) => (typed !== null && !isSameName(name, typed) ? mistake : null),
    },
  });
}

export type RevokeFormState = ReturnType<typeof useRevokeForm>;
