import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useMe } from "../lib/sign-in/session.ts";

/** For what a session alone may not change. */
export function PasswordAgain(props: PasswordInputProps) {
  const { t } = useTranslation("account");
  const { user } = useMe();
  return (
    <>
      {/* For password managers: whose password this is. */}
      <input type="email" value={user.email} autoComplete="username" readOnly hidden />
      <PasswordInput
        label={t("currentPassword")}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ "aria-label": t("showCurrentPassword") }}
        // Mantine says so of every other input.
        aria-invalid={Boolean(props.error)}
        data-autofocus
        {...props}
      />
    </>
  );
}
