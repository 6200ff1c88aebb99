import { Stack, Text, Tooltip } from "@mantine/core";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { KeyView, Scope } from "../../../lib/api/api-types.ts";
import { Lifted } from "./lifted.tsx";
import { useOwnScopes } from "../../../lib/keys/own-scopes.ts";
import { scopeSummary, withdrawnScopes } from "../../../lib/keys/scopes.ts";

/** What a key may do now, in one line; all of it on hover, with what was granted but is refused. */
export const ScopeSummary = memo(function ScopeSummary({ apiKey }: { readonly apiKey: KeyView }) {
  const { t } = useTranslation("keys");
  const { scopes, effectiveScopes } = apiKey;
  const refused = scopes.filter((scope) => !effectiveScopes.includes(scope));
  const { shown, more } = scopeSummary(effectiveScopes, useOwnScopes());
  const spoken = effectiveScopes.join(", ") || shown;
  return (
    <Lifted>
      <Tooltip disabled={scopes.length === 0} label={<All effective={effectiveScopes} refused={refused} />}>
        <Text
          component="span"
          size="sm"
          aria-label={
            refused.length === 0
              ? spoken
              : t("effective.spoken", { scopes: spoken, refused: refused.join(", ") })
          }
        >
          {shown}
          {more > 0 && (
            <Text component="span" size="sm" c="dimmed">
              {` +${more}`}
            </Text>
          )}
          {refused.length > 0 && (
            <Text component="span" size="xs" c="dimmed" display="block">
              {t("effective.refused", { refused: refused.length, count: scopes.length })}
            </Text>
          )}
        </Text>
      </Tooltip>
    </Lifted>
  );
});

interface AllProps {
  readonly effective: readonly Scope[];
  readonly refused: readonly Scope[];
}

function All({ effective, refused }: AllProps) {
  const { t } = useTranslation("keys");
  const withdrawn = withdrawnScopes(refused, useOwnScopes());
  const byRole = refused.filter((scope) => !withdrawn.includes(scope));
  return (
    <Stack gap={0}>
      {effective.map((scope) => (
        <span key={scope}>{scope}</span>
      ))}
      <Struck why={t("effective.refusedByRole")} scopes={byRole} />
      <Struck why={t("effective.withdrawn")} scopes={withdrawn} />
    </Stack>
  );
}

function Struck({ why, scopes }: { readonly why: string; readonly scopes: readonly Scope[] }) {
  if (scopes.length === 0) return null;
  return (
    <>
      <span>{why}</span>
      {scopes.map((scope) => (
        <s key={scope}>{scope}</s>
      ))}
    </>
  );
}
