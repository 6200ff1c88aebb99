import { Button, Stack, Text } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { KeyView, OrganizationId } from "../../../lib/api/api-types.ts";
import { documentation } from "../../../lib/documentation.ts";
import { reasonOf } from "../../../lib/api/refusal.ts";
import { DialogActions } from "../../../ui/dialog-actions.tsx";
import { ErrorNotice } from "../../../ui/error-notice.tsx";
import { NewTabLink } from "../../../ui/new-tab-link.tsx";
import { useReveal } from "../../../ui/use-reveal.ts";
import { newestSecretOf } from "../key-secrets.ts";
import { OverlapField } from "./overlap-field.tsx";
import { overlapSecondsOf, type Overlap } from "./overlap.ts";
import { RotationOutcome } from "./rotation-outcome.tsx";
import { RunningOverlap } from "./running-overlap.tsx";

interface RotateFormProps {
  readonly organizationId: OrganizationId;
  readonly apiKey: KeyView;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSubmit: (rotation: { overlapSeconds: number; replaces: string }) => void;
  readonly onCancel: () => void;
}

export function RotateForm(props: RotateFormProps) {
  const { organizationId, apiKey, pending, error, onSubmit, onCancel } = props;
  const { t } = useTranslation("keys");
  const { t: app } = useTranslation();
  // The secret as it was when the dialog opened: somebody else's rotation in between must be noticed.
  const [replaced] = useState(() => newestSecretOf(apiKey));
  const [overlap, setOverlap] = useState<Overlap>({
    choice: apiKey.exposure === null ? "86400" : "0",
    amount: "",
    unit: "hours",
  });
  const overlapSeconds = overlapSecondsOf(overlap);
  const overtaken = reasonOf(error) === "rotation_conflict";
  const element = useReveal(error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (overlapSeconds === null || replaced === null) return;
    onSubmit({ overlapSeconds, replaces: replaced.publicKeyId });
  };
  return (
    <form ref={element} onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text>
          {t("rotate.intro")}{" "}
          <NewTabLink href={documentation.rotating}>{t("rotate.documentation")}</NewTabLink>
        </Text>
        {!overtaken && <RunningOverlap apiKey={apiKey} />}
        <OverlapField value={overlap} onChange={setOverlap} />
        {!overtaken && (
          <RotationOutcome
            organizationId={organizationId}
            apiKey={apiKey}
            replaced={replaced}
            overlapSeconds={overlapSeconds}
          />
        )}
        {error !== null && <ErrorNotice error={error} />}
      </Stack>
      <DialogActions>
        <Button variant="default" onClick={onCancel} disabled={pending}>
          {app("cancel")}
        </Button>
        <Button type="submit" loading={pending} disabled={overlapSeconds === null || overtaken}>
          {t("rotate.action")}
        </Button>
      </DialogActions>
    </form>
  );
}
