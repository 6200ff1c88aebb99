import type { ReactNode } from "react";
import type { OrganizationId } from "../../../lib/api-types.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import type { NewSecret } from "./new-secret.ts";
import { SecretOnce } from "./secret-once.tsx";

interface SecretDialogProps {
  readonly organizationId: OrganizationId;
  readonly title: string;
  readonly opened: boolean;
  /** A token is on its way. */
  readonly pending: boolean;
  /** With the only copy of the token; `undefined` until there is one. */
  readonly made: NewSecret | undefined;
  readonly onClose: () => void;
  /** The form that leads to the token. */
  readonly children: ReactNode;
}

/** A form, and in the same dialog the secret that comes of it. */
export function SecretDialog({ title, opened, pending, made, children, ...props }: SecretDialogProps) {
  const { organizationId, onClose } = props;
  return (
    <Dialog
      title={title}
      opened={opened}
      onClose={onClose}
      size="lg"
      // Closing while the answer is under way would leave a token that nobody has seen.
      locked={pending || made !== undefined}
      vanishes
    >
      {made === undefined ? (
        children
      ) : (
        <SecretOnce organizationId={organizationId} made={made} onClose={onClose} />
      )}
    </Dialog>
  );
}
