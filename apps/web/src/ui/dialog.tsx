import { Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useFocusReturn } from "./use-focus-return.ts";

interface DialogProps {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: "md" | "lg" | "xl";
  /** While something runs, or a secret is shown, only the dialog's own buttons close it. */
  readonly locked?: boolean;
}

/** Focus goes in, stays in, and returns to what opened it. Its content is mounted only while it is open. */
export function Dialog({ title, opened, onClose, children, size = "md", locked = false }: DialogProps) {
  useFocusReturn(opened);
  const narrow = useMediaQuery("(max-width: 36em)");
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      returnFocus={false}
      fullScreen={narrow}
      closeOnEscape={!locked}
      closeOnClickOutside={!locked}
      withCloseButton={!locked}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {children}
    </Modal>
  );
}
