import { Textarea, type TextareaProps } from "@mantine/core";

/** What the next person should know about a key. */
export function NoteField(field: TextareaProps) {
  return (
    <Textarea
      label="Note"
      description="Optional. Where the key is kept, whom to ask about it. Never a secret."
      autosize
      minRows={2}
      maxRows={6}
      dir="auto"
      {...field}
    />
  );
}
