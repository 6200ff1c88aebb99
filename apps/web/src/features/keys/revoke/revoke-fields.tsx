import { Select, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { revocationReasons } from "../../../lib/keys/revocation-reasons.ts";
import type { RevokeFormState } from "./use-revoke-form.ts";

/** Why a key ends, or several. */
export function RevokeFields({ form }: { readonly form: RevokeFormState }) {
  const { t } = useTranslation("keys");
  return (
    <>
      <Select
        label={t("revoke.reason")}
        placeholder={t("revoke.reasonPlaceholder")}
        data={[...revocationReasons()]}
        {...form.getInputProps("reason")}
      />
      <Textarea
        label={t("revoke.details")}
        description={form.values.reason === "other" ? t("revoke.detailsWanted") : t("revoke.detailsMean")}
        autosize
        minRows={2}
        maxRows={6}
        dir="auto"
        {...form.getInputProps("text")}
      />
    </>
  );
}
