import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { KeyView, Member } from "../../../lib/api/api-types.ts";
import { wordsOf } from "../../../lib/language/i18n.ts";
import { useOwnScopes } from "../../../lib/keys/own-scopes.ts";
import { roleName } from "../../../lib/organization/roles.ts";
import { sameScopes, withdrawnScopes } from "../../../lib/keys/scopes.ts";
import { ScopeTags } from "../scope-tags.tsx";
import { memberLabel } from "../use-members.ts";

interface ScopesFactProps {
  readonly apiKey: KeyView;
  /** `undefined`: that member has left; `null`: not known yet. */
  readonly responsible: Member | undefined | null;
}

/** What was granted and, where that is less, what works now and why. */
export function ScopesFact({ apiKey, responsible }: ScopesFactProps) {
  const { t } = useTranslation("keys");
  const own = useOwnScopes();
  const { scopes, effectiveScopes } = apiKey;
  if (sameScopes(scopes, effectiveScopes)) return <ScopeTags scopes={scopes} />;
  const withdrawn = withdrawnScopes(scopes, own);
  const isCurtailed = effectiveScopes.length + withdrawn.length < scopes.length;
  return (
    <Stack gap={6}>
      <ScopeTags scopes={scopes} withheldBut={effectiveScopes} />
      {isCurtailed && (
        <Text size="sm" c="dimmed">
          {whyFewer(responsible)}
        </Text>
      )}
      {withdrawn.length > 0 && (
        <Text size="sm" c="dimmed">
          {t("effective.hasWithdrawn", { scopes: withdrawn.join(", "), count: withdrawn.length })}
        </Text>
      )}
    </Stack>
  );
}

function whyFewer(responsible: Member | undefined | null): string {
  const t = wordsOf("keys");
  if (responsible === null) return t("effective.rule");
  if (responsible === undefined) return t("effective.memberLeft");
  return t("effective.hasRole", { name: memberLabel(responsible), role: roleName(responsible.role) });
}
