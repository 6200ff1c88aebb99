import { Button, Stack, Text, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { KeyView } from "../../../lib/api/api-types.ts";
import { revocationReasonOf } from "../../../lib/keys/revocation-reasons.ts";
import { useTRPC } from "../../../lib/api/trpc.ts";
import { useOnce } from "../../../lib/api/use-once.ts";
import { DialogActions } from "../../../ui/dialog-actions.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { toastDone } from "../../../ui/toast.ts";
import { useNow } from "../../../ui/use-now.ts";
import { ChosenKeys } from "./chosen-keys.tsx";
import { KeyRefusal } from "../key-refusal.tsx";
import type { ManyDialogProps } from "../key-types.ts";
import { wasUsedToday } from "../revoke/revoke-confirmation.ts";
import { RevokeFields } from "../revoke/revoke-fields.tsx";
import type { RevokeFormProps } from "../revoke/revoke-form.tsx";
import { RevocationsPreview } from "./revocations-preview.tsx";
import { useKeySubmit } from "../use-key-submit.ts";
import { useKeysChanged } from "../use-keys-changed.ts";
import { useRevokeForm } from "../revoke/use-revoke-form.ts";

/** Ends several keys for good, after showing which are in use. */
export function RevokeManyDialog(props: ManyDialogProps) {
  const { t } = useTranslation("keys");
  const trpc = useTRPC();
  const revoke = useOnce(trpc.keys.revokeMany.mutationOptions({ onSettled: useKeysChanged() }));
  const { keys, organizationId, onDone } = props;
  const close = () => {
    revoke.reset();
    props.onClose();
  };
  const done = (ended: readonly unknown[]) => {
    toastDone(t("many.revoked", { count: ended.length }));
    revoke.reset();
    onDone();
  };
  const title = t("many.revokeTitle", { count: keys.length });
  return (
    <Dialog opened onClose={close} title={title} size="lg" locked={revoke.isPending}>
      <RevokeManyForm
        organizationId={organizationId}
        keys={keys}
        pending={revoke.isPending}
        error={revoke.error}
        onSubmit={(revocation, onError) => {
          const keyIds = keys.map(({ id }) => id);
          revoke.mutate({ organizationId, keyIds, revocation }, { onSuccess: done, onError });
        }}
        onCancel={close}
      />
    </Dialog>
  );
}

interface RevokeManyFormProps extends Omit<RevokeFormProps, "apiKey"> {
  readonly keys: readonly KeyView[];
}

function RevokeManyForm(props: RevokeManyFormProps) {
  const { organizationId, keys, pending, error, onSubmit, onCancel } = props;
  const { t } = useTranslation("keys");
  const now = useNow();
  const recent = keys.filter(({ lastUse }) => wasUsedToday(lastUse, now)).length;
  const count = keys.length;
  const form = useRevokeForm("", {
    typed: recent > 0 ? String(count) : null,
    mistake: t("many.notTheNumber", { count }),
  });
  const submit = useKeySubmit(form, error, ({ reason: chosen, text }, onRefused) => {
    const reason = revocationReasonOf(chosen);
    if (reason !== null) onSubmit({ reason, text: text.trim() || null }, onRefused);
  });
  return (
    <form {...submit}>
      <Stack gap="md">
        <Text>{t("many.revokeMeans")}</Text>
        <ChosenKeys keys={keys} recent={recent} />
        <RevocationsPreview organizationId={organizationId} keyIds={keys.map(({ id }) => id)} />
        <RevokeFields form={form} />
        {recent > 0 && (
          <TextInput
            label={t("many.confirm")}
            description={count}
            inputMode="numeric"
            autoComplete="off"
            {...form.getInputProps("name")}
          />
        )}
        <KeyRefusal error={error} />
      </Stack>
      <DialogActions>
        <Button variant="default" onClick={onCancel} disabled={pending} data-autofocus>
          {t("many.keep")}
        </Button>
        <Button type="submit" color="red" loading={pending}>
          {t("many.revokeAction", { count })}
        </Button>
      </DialogActions>
    </form>
  );
}
