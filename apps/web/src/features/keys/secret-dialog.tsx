import { Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
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
  const narrow = useMediaQuery("(max-width: 36em)");
  // Closing while the answer is under way would leave a token that nobody has seen.
  const locked = pending || token !== undefined;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size="lg"
      fullScreen={narrow}
      closeOnClickOutside={false}
      closeOnEscape={!locked}
      withCloseButton={!locked}
      closeButtonProps={{ "aria-label": "Close" }}
      // The token leaves the page at once, not after an animation.
      transitionProps={{ exitDuration: 0 }}
    >
      {token === undefined ? children : <SecretOnce token={token} onClose={onClose} />}
    </Modal>
  );
}
