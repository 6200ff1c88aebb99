import { Stack, Text } from "@mantine/core";
import type { KeyView, Member } from "../../../lib/api-types.ts";
import { wordsOf } from "../../../lib/i18n.ts";
import { roleName } from "../../../lib/roles.ts";
import { sameScopes } from "../../../lib/scopes.ts";
import { ScopeTags } from "../scope-tags.tsx";
import { memberLabel } from "../use-members.ts";

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
  const t = wordsOf("keys");
  if (responsible === null) return t("effective.rule");
  if (responsible === undefined) return t("effective.memberLeft");
  return t("effective.hasRole", { name: memberLabel(responsible), role: roleName(responsible.role) });
}
