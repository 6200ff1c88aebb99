import type { ReactNode } from "react";
import { Dialog } from "../../../ui/dialog.tsx";
import { SecretOnce } from "./secret-once.tsx";

interface SecretDialogProps {
  readonly title: string;
  readonly opened: boolean;
  /** A token is on its way. */
  readonly pending: boolean;
  /** The only copy of the token; `undefined` until there is one. */
  readonly token: string | undefined;
  readonly onClose: () => void;
  /** The form that leads to the token. */
  readonly children: ReactNode;
}

/** A form, and in the same dialog the secret that comes of it. */
export function SecretDialog({ title, opened, pending, token, onClose, children }: SecretDialogProps) {
  return (
    <Dialog
      title={title}
      opened={opened}
      onClose={onClose}
      size="lg"
      // Closing while the answer is under way would leave a token that nobody has seen.
      locked={pending || token !== undefined}
      vanishes
    >
      {token === undefined ? children : <SecretOnce token={token} onClose={onClose} />}
    </Dialog>
  );
}
