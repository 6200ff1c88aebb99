import { Trans, useTranslation } from "react-i18next";
import type { KeyView, OrganizationId } from "../../lib/api/api-types.ts";
import { useOwnScopes } from "../../lib/keys/own-scopes.ts";
import { withdrawnScopes } from "../../lib/keys/scopes.ts";
import { useMemberNames } from "../../lib/organization/use-member-names.ts";
import { Mono } from "../../ui/mono.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import type { NeedReason } from "./need.ts";

interface NeedSentenceProps {
  readonly organizationId: OrganizationId;
  readonly reason: NeedReason;
  readonly apiKey: KeyView;
}

/** Why the key waits. */
export function NeedSentence({ organizationId, reason, apiKey }: NeedSentenceProps) {
  const { t } = useTranslation("home");
  if (reason === "curtailed") return <CurtailedSentence organizationId={organizationId} apiKey={apiKey} />;
  const { words, at } = whenOf(reason, apiKey);
  return (
    <Trans t={t} i18nKey={words} components={{ time: at === null ? <span /> : <RelativeTime at={at} /> }} />
  );
}

function whenOf(reason: Exclude<NeedReason, "curtailed">, key: KeyView) {
  const { exposure, lastUse, expiresAt, createdAt, secrets } = key;
  if (reason === "exposed") {
    const held = secrets.some(
      ({ state, quarantine }) =>
        (state === "current" || state === "retiring") &&
        quarantine !== null &&
        quarantine.releasedAt === null,
    );
    const how = held ? "quarantined" : (exposure?.by ?? "browser");
    return { words: `needs.exposed.${how}`, at: exposure?.at ?? null } as const;
  }
  if (reason === "expiring") return { words: "needs.expiring.line", at: expiresAt } as const;
  if (reason === "unused") {
    return lastUse === null
      ? ({ words: "needs.unused.never", at: createdAt } as const)
      : ({ words: "needs.unused.lastUsed", at: lastUse.at } as const);
  }
  const old = secrets.find(({ state }) => state === "retiring")?.lastUse ?? null;
  return old === null
    ? ({ words: "needs.safe_to_end.neverUsed", at: null } as const)
    : ({ words: "needs.safe_to_end.quiet", at: old.at } as const);
}

function CurtailedSentence({ organizationId, apiKey }: Omit<NeedSentenceProps, "reason">) {
  const { t } = useTranslation("home");
  const names = useMemberNames(organizationId);
  const { scopes, effectiveScopes, responsibleMemberId } = apiKey;
  const withdrawn = withdrawnScopes(scopes, useOwnScopes());
  const lacking = scopes.filter((scope) => !effectiveScopes.includes(scope) && !withdrawn.includes(scope));
  return (
    <Trans
      t={t}
      i18nKey="needs.curtailed.line"
      values={{ name: names.get(responsibleMemberId) ?? "", scopes: lacking.join(", ") }}
      components={{ code: <Mono>{null}</Mono> }}
    />
  );
}
