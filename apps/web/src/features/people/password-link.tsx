import { Button, Stack, Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import type { NewPasswordLink } from "../../lib/api/api-types.ts";
import { clockOf } from "../../lib/words/time-words.ts";
import { CopyField } from "../../ui/copy-field.tsx";
import { DialogActions } from "../../ui/dialog-actions.tsx";
import { Notice } from "../../ui/notice.tsx";

interface PasswordLinkProps {
  readonly name: string;
  readonly made: NewPasswordLink;
  readonly onClose: () => void;
}

/** The one time that it is seen. */
export function PasswordLink({ name, made: { link, expiresAt }, onClose }: PasswordLinkProps) {
  const { t } = useTranslation("people");
  const { t: app } = useTranslation();
  return (
    <>
      <Stack gap="md">
        <Text>
          <Trans
            t={t}
            i18nKey="passwordLink.link"
            values={{ name, time: clockOf(expiresAt) }}
            components={{ strong: <strong /> }}
          />
        </Text>
        <CopyField value={link} what={t("passwordLink.what")} />
        <Notice tone="warning" title={t("passwordLink.notSent")}>
          {t("passwordLink.handOver", { name })}
        </Notice>
      </Stack>
      <DialogActions>
        <Button onClick={onClose}>{app("done")}</Button>
      </DialogActions>
    </>
  );
}
