import type { ReactNode } from "react";
import { Dialog } from "../../ui/dialog.tsx";
import type { NewServiceToken } from "./service-token-types.ts";
import { TokenOnce } from "./token-once.tsx";

interface TokenDialogProps {
  readonly title: string;
  readonly opened: boolean;
  /** A token is on its way. */
  readonly pending: boolean;
  /** With the only copy of the token; `undefined` until there is one. */
  readonly made: NewServiceToken | undefined;
  readonly onClose: () => void;
  /** The form that leads to the token. */
  readonly children: ReactNode;
}

/** A form, and in the same dialog the token that comes of it. */
export function TokenDialog({ title, opened, pending, made, onClose, children }: TokenDialogProps) {
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
      {made === undefined ? children : <TokenOnce token={made.token} onClose={onClose} />}
    </Dialog>
  );
}
