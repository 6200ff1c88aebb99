import { Button, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CopyField } from "./copy-field.tsx";
import { DialogActions } from "./dialog-actions.tsx";
import { Notice } from "./notice.tsx";

interface LinkToHandOverProps {
  /** What the link is for, and until when. */
  readonly children: ReactNode;
  readonly link: string;
  /** What it is called when it was copied. */
  readonly what: string;
  readonly notSent: string;
  readonly handOver: string;
  readonly onClose: () => void;
}

/** A link that Katkey sends to nobody, the one time that it is seen. */
export function LinkToHandOver({ children, link, what, notSent, handOver, onClose }: LinkToHandOverProps) {
  const { t } = useTranslation();
  return (
    <>
      <Stack gap="md">
        <Text>{children}</Text>
        <CopyField value={link} what={what} />
        <Notice tone="warning" title={notSent}>
          {handOver}
        </Notice>
      </Stack>
      <DialogActions>
        <Button onClick={onClose}>{t("done")}</Button>
      </DialogActions>
    </>
  );
}
