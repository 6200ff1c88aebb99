import { Stack, Text } from "@mantine/core";
import type { KeyView, Member } from "../../lib/api-types.ts";
import { roleName } from "../../lib/roles.ts";
import { sameScopes } from "../../lib/scopes.ts";
import { ScopeTags } from "./scope-tags.tsx";
import { memberLabel } from "./use-members.ts";

interface ScopesFactProps {
  readonly apiKey: KeyView;
  /** `undefined`: that member has left; `null`: not known yet. */
  readonly responsible: Member | undefined | null;
}

/** What was granted and, where that is less, what works now and why. */
export function ScopesFact({ apiKey, responsible }: ScopesFactProps) {
  const { scopes, effectiveScopes } = apiKey;
  if (sameScopes(scopes, effectiveScopes)) return <ScopeTags scopes={scopes} />;
  return (
    <Stack gap={6}>
      <ScopeTags scopes={scopes} withheldBut={effectiveScopes} />
      <Text size="sm" c="dimmed">
        {whyFewer(responsible)}
      </Text>
    </Stack>
  );
}

function whyFewer(responsible: Member | undefined | null): string {
  const rule =
    "A key can do no more than its responsible member's role allows now; struck-out scopes are refused.";
  if (responsible === null) return rule;
  if (responsible === undefined) return `The responsible member has left. ${rule}`;
  return `${memberLabel(responsible)} has the role ${roleName(responsible.role)}. ${rule}`;
}
