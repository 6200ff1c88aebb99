import { Text } from "@mantine/core";
import type { Environment } from "../../lib/api-types.ts";
import { Mono } from "../../ui/mono.tsx";
import { hintedToken } from "./key-secrets.ts";

interface TokenHintProps {
  readonly environment: Environment;
  readonly hint: string;
}

/** Enough of a token to recognize it, nothing to use it. */
export function TokenHint({ environment, hint }: TokenHintProps) {
  return (
    <Text component="span" size="sm" c="dimmed">
      <Mono>{hintedToken(environment, hint)}</Mono>
    </Text>
  );
}
