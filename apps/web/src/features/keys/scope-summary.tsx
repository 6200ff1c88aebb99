import { Stack, Text, Tooltip } from "@mantine/core";
import type { KeyView } from "../../lib/api-types.ts";
import { Lifted } from "./lifted.tsx";
import { scopeSummary } from "../../lib/scopes.ts";

/** What a key may do now, in one line; all of it on hover, with what was granted but is refused. */
export function ScopeSummary({ apiKey }: { readonly apiKey: KeyView }) {
  const { scopes, effectiveScopes } = apiKey;
  const refused = scopes.filter((scope) => !effectiveScopes.includes(scope));
  const { shown, more } = scopeSummary(effectiveScopes);
  const spoken = effectiveScopes.join(", ") || shown;
  return (
    <Lifted>
      <Tooltip
        disabled={scopes.length === 0}
        label={
          <Stack gap={0}>
            {effectiveScopes.map((scope) => (
              <span key={scope}>{scope}</span>
            ))}
            {refused.length > 0 && (
              <>
                <span>Refused now, by the responsible member's role:</span>
                {refused.map((scope) => (
                  <s key={scope}>{scope}</s>
                ))}
              </>
            )}
          </Stack>
        }
      >
        <Text
          component="span"
          size="sm"
          aria-label={refused.length === 0 ? spoken : `${spoken}; refused now: ${refused.join(", ")}`}
        >
          {shown}
          {more > 0 && (
            <Text component="span" size="sm" c="dimmed">
              {` +${more}`}
            </Text>
          )}
          {refused.length > 0 && (
            <Text component="span" size="xs" c="dimmed" display="block">
              {`${refused.length} of ${scopes.length} refused now`}
            </Text>
          )}
        </Text>
      </Tooltip>
    </Lifted>
  );
}
