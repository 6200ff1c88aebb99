import { TextInput, type TextInputProps } from "@mantine/core";

/** What people call a key. */
export function NameField(field: TextInputProps) {
  return (
    <TextInput
      label="Name"
      description="What uses the key, such as “Zapier Integration”."
      data-autofocus
      autoComplete="off"
      dir="auto"
      {...field}
    />
  );
}
