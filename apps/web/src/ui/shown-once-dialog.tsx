import type { ReactNode } from "react";
import { Dialog } from "./dialog.tsx";

interface ShownOnceDialogProps {
  readonly title: string;
  /** It is on its way. */
  readonly pending: boolean;
  /** What comes of it, as it is shown; `undefined` until there is something. */
  readonly shown: ReactNode;
  readonly onClose: () => void;
  /** The form that leads to it. */
  readonly children: ReactNode;
}

/** A form, and in the same dialog what comes of it and is shown once. Mounted while it is open. */
export function ShownOnceDialog({ title, pending, shown, onClose, children }: ShownOnceDialogProps) {
  return (
    <Dialog
      title={title}
      opened
      onClose={onClose}
      size="lg"
      // Closing while the answer is under way would leave a token that nobody has seen.
      locked={pending || shown !== undefined}
      vanishes
    >
      {shown ?? children}
    </Dialog>
  );
}
