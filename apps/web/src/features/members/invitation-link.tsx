import { Button, Stack, Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import type { NewInvitation } from "../../lib/api/api-types.ts";
import { roleName } from "../../lib/organization/roles.ts";
import { dayOf } from "../../lib/words/time-words.ts";
import { CopyField } from "../../ui/copy-field.tsx";
import { DialogActions } from "../../ui/dialog-actions.tsx";
import { Notice } from "../../ui/notice.tsx";

interface InvitationLinkProps {
  readonly invitation: NewInvitation;
  readonly onClose: () => void;
}

export function InvitationLink({ invitation, onClose }: InvitationLinkProps) {
  const { t } = useTranslation("members");
  const { t: app } = useTranslation();
  const { email, role, expiresAt, link } = invitation;
  return (
    <>
      <Stack gap="md">
        <Text>
          <Trans
            t={t}
            i18nKey="inviting.link"
            values={{ email, role: roleName(role), day: dayOf(expiresAt) }}
            components={{ strong: <strong /> }}
          />
        </Text>
        <CopyField value={link} what={t("inviting.what")} />
        <Notice tone="warning" title={t("inviting.notSent")}>
          {t("inviting.handOver", { email })}
        </Notice>
      </Stack>
      <DialogActions>
        <Button onClick={onClose}>{app("done")}</Button>
      </DialogActions>
    </>
  );
}
