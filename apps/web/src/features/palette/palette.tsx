import { Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { focusContent, giveBackFocus } from "../../ui/give-back-focus.ts";
import type { Command } from "./command.ts";
import { PaletteContent } from "./palette-content.tsx";
import classes from "./palette.module.css";
import { rememberCommand } from "./recent-commands.ts";

/** Goes anywhere and does what is done often, by a few letters. It is there while it is mounted. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation("palette");
  const [opener] = useState(() => document.activeElement);
  // The focus moves once the trap of the dialog has let go.
  const dismiss = () => {
    onClose();
    setTimeout(() => giveBackFocus(opener));
  };
  const choose = ({ id, run }: Command) => {
    onClose();
    rememberCommand(id);
    run();
    setTimeout(focusContent);
  };
  return (
    <Modal.Root
      opened
      onClose={dismiss}
      returnFocus={false}
      size={620}
      yOffset="12vh"
      transitionProps={{ duration: 0 }}
      classNames={{ content: classes.content, body: classes.body }}
    >
      <Modal.Overlay backgroundOpacity={0.45} blur={2} />
      <Modal.Content aria-label={t("title")}>
        <Modal.Body>
          <PaletteContent onChoose={choose} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
