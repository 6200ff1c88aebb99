import { Group } from "@mantine/core";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Mono } from "../../ui/mono.tsx";

export function IdFact({ id }: { readonly id: string }) {
  return (
    <Group gap={4} wrap="nowrap" my={-5}>
      <Mono>{id}</Mono>
      <CopyButton value={id} what="id" variant="icon" />
    </Group>
  );
}
