import { Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useState, type MouseEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFocusReturn } from "./use-focus-return.ts";

interface DialogProps {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: "md" | "lg" | "xl";
  /** While something runs, or a secret is shown, only the dialog's own buttons close it. */
  readonly locked?: boolean;
  /** Leaves the page at once, not after an animation: for a secret. */
  readonly vanishes?: boolean;
}

/**
 * Focus goes in, stays in, and returns to what opened it. Its content is mounted only while it is open.
 * A click beside it does not close it, nor does Escape once something was entered: both happen by mistake.
 */
export function Dialog(props: DialogProps) {
  const { t } = useTranslation();
  const { title, opened, onClose, children, size = "md", locked = false, vanishes = false } = props;
  useFocusReturn(opened);
  const narrow = useMediaQuery("(max-width: 36em)");
  const [touched, setTouched] = useState(false);
  if (touched && !opened) setTouched(false);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      onChange={() => setTouched(true)}
      onClick={(event) => isChoice(event) && setTouched(true)}
      title={title}
      size={size}
      returnFocus={false}
      fullScreen={narrow}
      closeOnEscape={!locked && !touched}
      closeOnClickOutside={false}
      withCloseButton={!locked}
      closeButtonProps={{ "aria-label": t("close") }}
      transitionProps={vanishes ? { exitDuration: 0 } : undefined}
    >
      {children}
    </Modal>
  );
}

/** What is chosen in a list or among cards changes no input, so no change event tells of it. */
function isChoice({ target }: MouseEvent): boolean {
  return target instanceof Element && target.closest("[role=option], [role=radio]") !== null;
}
