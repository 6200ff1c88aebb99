import { Button, Stack, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { KeyView, OrganizationId, RevocationReason } from "../../../lib/api/api-types.ts";
import { revocationReasonOf } from "../../../lib/keys/revocation-reasons.ts";
import { DialogActions } from "../../../ui/dialog-actions.tsx";
import { useNow } from "../../../ui/use-now.ts";
import { KeyRefusal } from "../key-refusal.tsx";
import { wasUsedToday } from "./revoke-confirmation.ts";
import { RevokeConsequence } from "./revoke-consequence.tsx";
import { RevokeFields } from "./revoke-fields.tsx";
import { useKeySubmit } from "../use-key-submit.ts";
import { useRevokeForm } from "./use-revoke-form.ts";

interface Revocation {
  readonly reason: RevocationReason;
  readonly text: string | null;
}

export interface RevokeFormProps {
  readonly organizationId: OrganizationId;
  readonly apiKey: KeyView;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSubmit: (revocation: Revocation, onRefused: (error: unknown) => void) => void;
  readonly onCancel: () => void;
}

export function RevokeForm(props: RevokeFormProps) {
  const { organizationId, apiKey, pending, error, onSubmit, onCancel } = props;
  const { t } = useTranslation("keys");
  const typed = wasUsedToday(apiKey.lastUse, useNow());
  const form = useRevokeForm(apiKey.exposure === null ? "" : "compromised", {
    typed: typed ? apiKey.name : null,
    mistake: t("revoke.notItsName"),
  });
  const submit = useKeySubmit(form, error, ({ reason: chosen, text }, onRefused) => {
    const reason = revocationReasonOf(chosen);
    if (reason !== null) onSubmit({ reason, text: text.trim() || null }, onRefused);
  });
  return (
    <form {...submit}>
      <Stack gap="md">
        <RevokeConsequence organizationId={organizationId} apiKey={apiKey} recent={typed} />
        <RevokeFields form={form} />
        {typed && (
          <TextInput
            label={t("revoke.confirm")}
            description={<bdi>{apiKey.name}</bdi>}
            autoComplete="off"
            dir="auto"
            {...form.getInputProps("name")}
          />
        )}
        <KeyRefusal error={error} />
      </Stack>
      <DialogActions>
        <Button variant="default" onClick={onCancel} disabled={pending} data-autofocus>
          {t("revoke.keep")}
        </Button>
        <Button type="submit" color="red" loading={pending}>
          {t("revoke.action")}
        </Button>
      </DialogActions>
    </form>
  );
}
