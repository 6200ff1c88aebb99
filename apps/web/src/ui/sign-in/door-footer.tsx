import { Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** Under a sign-in: what to do without a password, and, as its children say, without an account. */
export function DoorFooter({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation("signIn");
  return (
    <Stack gap={8}>
      <div>{t("forgot")}</div>
      <div>{children}</div>
    </Stack>
  );
}
