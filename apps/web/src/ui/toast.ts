import { notifications } from "@mantine/notifications";
import { wordsOf } from "../lib/language/i18n.ts";
import { refusalOf } from "../lib/api/refusal.ts";

/** "Key revoked": said politely, gone by itself. */
export function toastDone(message: string): void {
  notifications.show({ message, color: "green", role: "status", closeButtonProps: closeButton() });
}

/** For changes without a dialog that could show the reason. */
export function toastRefused(title: string, error: unknown): void {
  notifications.show({
    title,
    message: refusalOf(error).message,
    color: "red",
    autoClose: 10_000,
    closeButtonProps: closeButton(),
  });
}

export function closeButton() {
  return { "aria-label": wordsOf("app")("close") };
}
