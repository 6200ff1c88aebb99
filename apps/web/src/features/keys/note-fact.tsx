import { Text } from "@mantine/core";

export function NoteFact({ note }: { readonly note: string | null }) {
  if (note === null) return <Text c="dimmed">None</Text>;
  return (
    <Text dir="auto" style={{ whiteSpace: "pre-wrap" }}>
      {note}
    </Text>
  );
}
