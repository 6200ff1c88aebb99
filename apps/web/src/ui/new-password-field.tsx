import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** For a password that is being chosen: says the rule before it is broken. */
export function NewPasswordField(props: PasswordInputProps) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      label={t("password")}
      description={t("newPassword")}
      autoComplete="new-password"
      required
      withAsterisk={false}
      // Mantine says so of every other input.
      aria-invalid={Boolean(props.error)}
      visibilityToggleButtonProps={{ "aria-label": t("showPassword") }}
      {...props}
    />
  );
}
