import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Membership } from "../../lib/api/api-types.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { InvitationLink } from "./invitation-link.tsx";
import { InviteForm } from "./invite-form.tsx";
import { useInvite } from "./use-invite.ts";

interface InviteDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly membership: Membership;
  readonly memberEmails: readonly string[];
}

export function InviteDialog({ opened, onClose, membership, memberEmails }: InviteDialogProps) {
  const { t } = useTranslation("members");
  const trpc = useTRPC();
  const organizationId = membership.id;
  const open = useQuery(trpc.invitations.list.queryOptions({ organizationId }, { enabled: opened }));
  const invite = useInvite(organizationId);
  const close = () => {
    onClose();
    invite.reset();
  };
  const made = invite.data;
  return (
    <Dialog
      opened={opened}
      onClose={close}
      title={made ? t("inviting.linkTitle") : t("inviting.title", { organization: membership.name })}
      size="lg"
      locked={made !== undefined || invite.isPending}
    >
      {made ? (
        <InvitationLink invitation={made} onClose={close} />
      ) : (
        <InviteForm
          role={membership.role}
          memberEmails={memberEmails}
          open={open.data ?? []}
          onSubmit={(offer) => invite.mutate(offer)}
          onCancel={close}
          pending={invite.isPending}
          error={invite.error}
        />
      )}
    </Dialog>
  );
}
