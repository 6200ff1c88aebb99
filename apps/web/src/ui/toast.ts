import { notifications } from "@mantine/notifications";
import { refusalOf } from "../lib/refusal.ts";

/** "Key revoked": said politely, gone by itself. */
export function toastDone(message: string): void {
  notifications.show({ message, color: "green", role: "status" });
}

/** For changes without a dialog that could show the reason. */
export function toastRefused(title: string, error: unknown): void {
  notifications.show({ title, message: refusalOf(error).message, color: "red", autoClose: 10_000 });
}
