import { TextInput, type TextInputProps } from "@mantine/core";
import { focusFirst } from "./focus-first.ts";

/** Browsers and password managers fill it in, and it begins with the focus. */
export function OneTimeCodeField(props: TextInputProps) {
  return (
    <TextInput
      ref={focusFirst}
      // In a dialog, which chooses by this.
      data-autofocus
      autoComplete="one-time-code"
      inputMode="numeric"
      autoCapitalize="off"
      spellCheck={false}
      {...props}
    />
  );
}
