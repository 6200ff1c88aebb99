import { notifications } from "@mantine/notifications";
import { wordsOf } from "../lib/language/i18n.ts";
import { focusContent } from "./give-back-focus.ts";
import { closeButton, toastDone, toastRefused } from "./toast.ts";
import { UndoMessage } from "./undo-message.tsx";

/** Long enough to read it, and to find the way to its button. */
const shownMs = 12_000;

/** Takes back what was done last and can be, as long as its toast is there. */
let undoLatest: (() => void) | null = null;

export function pressUndo(): void {
  undoLatest?.();
}

/**
 * "Key changed. Undo": said politely, and there for as long as the mouse or the focus is on it. `undo` is a change of
 * its own, which the server may refuse: then somebody else was faster.
 */
export function toastUndoable(message: string, undo: () => Promise<unknown>): void {
  const id = `undo-${message}-${performance.now()}`;
  let begun = false;
  const run = () => {
    if (begun) return;
    begun = true;
    void takeBack(id, undo);
  };
  undoLatest = run;
  const toast = {
    id,
    message: <UndoMessage message={message} onUndo={run} />,
    color: "green",
    role: "status",
    closeButtonProps: closeButton(),
    onClose: () => {
      if (undoLatest === run) undoLatest = null;
    },
  };
  const stay = (autoClose: number | false) => notifications.update({ ...toast, ...held, autoClose });
  const held = { onFocusCapture: () => stay(false), onBlurCapture: () => stay(shownMs) };
  notifications.show({ ...toast, ...held, autoClose: shownMs });
}

async function takeBack(id: string, undo: () => Promise<unknown>): Promise<void> {
  const t = wordsOf("app");
  const hadFocus = document.activeElement?.closest("[role=status]") !== null;
  try {
    await undo();
    toastDone(t("undo.done"));
  } catch (error) {
    toastRefused(t("undo.refused"), error);
  }
  notifications.hide(id);
  if (hadFocus) focusContent();
}
