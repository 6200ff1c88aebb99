import { PasswordInput, type PasswordInputProps } from "@mantine/core";

/** For a password that is being chosen: says the rule before it is broken. */
export function NewPasswordField(props: PasswordInputProps) {
  return (
    <PasswordInput
      label="Password"
      description="At least 10 characters. A few random words are best."
      autoComplete="new-password"
      required
      withAsterisk={false}
      visibilityToggleButtonProps={{ "aria-label": "Show or hide the password" }}
      {...props}
    />
  );
}
