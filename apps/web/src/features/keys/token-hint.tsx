import { Text } from "@mantine/core";
import { Mono } from "../../ui/mono.tsx";
import type { SecretView } from "./key-types.ts";

/** Enough of a token to recognize it, nothing to use it. */
export function TokenHint({ secret }: { readonly secret: Pick<SecretView, "maskedToken"> }) {
  return (
    <Text component="span" size="sm" c="dimmed">
      <Mono>{secret.maskedToken}</Mono>
    </Text>
  );
}
