import { useForm } from "@mantine/form";
import type { KeyView } from "../../lib/api-types.ts";
import { wordsOf } from "../../lib/i18n.ts";
import { revocationReasonOf } from "../../lib/revocation-reasons.ts";
import { isSameName } from "./revoke-confirmation.ts";
import { noteMistake } from "./text-limits.ts";

const t = wordsOf("keys");

/** `typed`: the key's name has to be typed, because somebody would notice its end today. */
export function useRevokeForm({ name: keyName, exposure }: KeyView, typed: boolean) {
  return useForm({
    initialValues: { reason: exposure === null ? "" : "compromised", text: "", name: "" },
    validate: {
      reason: (reason) => (revocationReasonOf(reason) === null ? t("revoke.reasonMissing") : null),
      text: (text, { reason }) =>
        reason === "other" && text.trim() === "" ? t("revoke.detailsMissing") : noteMistake(text),
      name: (name) => (typed && !isSameName(name, keyName) ? t("revoke.notItsName") : null),
    },
  });
}
