import { Button, Stack, Text } from "@mantine/core";
import type { NewInvitation } from "../../lib/api-types.ts";
import { roleName } from "../../lib/roles.ts";
import { dayOf } from "../../lib/time-words.ts";
import { CopyField } from "../../ui/copy-field.tsx";
import { DialogActions } from "../../ui/dialog-actions.tsx";
import { Notice } from "../../ui/notice.tsx";

interface InvitationLinkProps {
  readonly invitation: NewInvitation;
  readonly onClose: () => void;
}

export function InvitationLink({ invitation, onClose }: InvitationLinkProps) {
  const { email, role, expiresAt, link } = invitation;
  return (
    <>
      <Stack gap="md">
        <Text>
          With it, <strong>{email}</strong> joins as <strong>{roleName(role)}</strong>. It works once, for 7
          days: until {dayOf(expiresAt)}.
        </Text>
        <CopyField value={link} what="invitation link" />
        <Notice tone="warning" title="Nothing was sent">
          Hand the link over yourself, in a way that only {email} can read. It is shown this once; a lost one
          is withdrawn and made anew.
        </Notice>
      </Stack>
      <DialogActions>
        <Button onClick={onClose}>Done</Button>
      </DialogActions>
    </>
  );
}
