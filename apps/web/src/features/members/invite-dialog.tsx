import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Membership } from "../../lib/api-types.ts";
import { useTRPC } from "../../lib/trpc.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { InvitationLink } from "./invitation-link.tsx";
import { InviteForm } from "./invite-form.tsx";

interface InviteDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly membership: Membership;
  readonly memberEmails: readonly string[];
}

export function InviteDialog({ opened, onClose, membership, memberEmails }: InviteDialogProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const invite = useMutation(
    trpc.invitations.create.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.invitations.list.queryFilter()),
      // The answer holds the only copy of the link.
      gcTime: 0,
    }),
  );
  const close = () => {
    onClose();
    invite.reset();
  };
  const made = invite.data;
  return (
    <Dialog
      opened={opened}
      onClose={close}
      title={made ? "Hand over this link" : `Invite to ${membership.name}`}
      size="lg"
      locked={made !== undefined || invite.isPending}
    >
      {made ? (
        <InvitationLink invitation={made} onClose={close} />
      ) : (
        <InviteForm
          role={membership.role}
          memberEmails={memberEmails}
          onSubmit={(offer) => invite.mutate({ organizationId: membership.id, ...offer })}
          onCancel={close}
          pending={invite.isPending}
          error={invite.error}
        />
      )}
    </Dialog>
  );
}
