import { Stack, Text, Tooltip } from "@mantine/core";
import type { Scope } from "../../lib/api-types.ts";
import { scopeSummary } from "../../lib/scopes.ts";
import { Lifted } from "./lifted.tsx";

/** The scopes of a key in one line; all of them on hover. */
export function ScopeSummary({ scopes }: { readonly scopes: readonly Scope[] }) {
  const { shown, more } = scopeSummary(scopes);
  return (
    <Lifted>
      <Tooltip
        disabled={scopes.length === 0}
        label={
          <Stack gap={0}>
            {scopes.map((scope) => (
              <span key={scope}>{scope}</span>
            ))}
          </Stack>
        }
      >
        <Text component="span" size="sm" aria-label={scopes.join(", ") || shown}>
          {shown}
          {more > 0 && (
            <Text component="span" size="sm" c="dimmed">
              {` +${more}`}
            </Text>
          )}
        </Text>
      </Tooltip>
    </Lifted>
  );
}
