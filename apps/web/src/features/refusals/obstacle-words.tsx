import { Trans, useTranslation } from "react-i18next";
import type { Obstacle, Scope } from "../../lib/api/api-types.ts";
import { toldReason } from "../../lib/keys/revocation-reasons.ts";
import { Mono } from "../../ui/mono.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import type { ObstacleProps } from "./obstacle-item.tsx";

/** What is against the request now, and how it goes away. */
export function ObstacleWords({ explanation, obstacle }: Pick<ObstacleProps, "explanation" | "obstacle">) {
  const { t } = useTranslation("refusals");
  const { refusal, key } = explanation;
  if (obstacle.code === "insufficient_scope") return <MissingScopes {...obstacle} isOfApp={key === null} />;
  const at = "at" in obstacle ? obstacle.at : null;
  return (
    <Trans
      t={t}
      i18nKey={`obstacle.${nameOf(obstacle, key === null)}`}
      values={{ ...wordsOf(obstacle), address: refusal.address, hint: key?.secrets[0]?.hint ?? "" }}
      count={obstacle.code === "rate_limited" ? obstacle.limit.resetSeconds : undefined}
      components={{
        code: <Mono>{null}</Mono>,
        b: <b />,
        ...(at !== null && { time: <RelativeTime at={at} /> }),
      }}
    />
  );
}

function nameOf(obstacle: Exclude<Obstacle, { readonly code: "insufficient_scope" }>, isOfApp: boolean) {
  if (obstacle.code === "secret_retired" && obstacle.at === null) return "secret_retired_long";
  return obstacle.code === "browser_call_refused" && isOfApp ? "appInBrowser" : obstacle.code;
}

function wordsOf(obstacle: Obstacle) {
  if (obstacle.code === "key_revoked") return { reason: toldReason(obstacle.reason) };
  if (obstacle.code === "organization_suspended") return { reason: obstacle.reason ?? "" };
  return obstacle.code === "rate_limited" ? { limit: obstacle.limit.limit } : {};
}

interface MissingScopesProps {
  readonly notGranted: readonly Scope[];
  readonly notAllowed: readonly Scope[];
  readonly notDeclared: readonly Scope[];
  readonly isOfApp: boolean;
}

function MissingScopes({ notGranted, notAllowed, notDeclared, isOfApp }: MissingScopesProps) {
  const { t } = useTranslation("refusals");
  const components = { code: <Mono>{null}</Mono> };
  return (
    <>
      {notGranted.length > 0 && (
        <Trans
          t={t}
          i18nKey={isOfApp ? "obstacle.appNotGranted" : "obstacle.notGranted"}
          values={{ scopes: notGranted.join(", ") }}
          components={components}
        />
      )}{" "}
      {notAllowed.length > 0 && (
        <Trans
          t={t}
          i18nKey={isOfApp ? "obstacle.appNotAllowed" : "obstacle.notAllowed"}
          values={{ scopes: notAllowed.join(", ") }}
          components={components}
        />
      )}{" "}
      {notDeclared.length > 0 && (
        <Trans
          t={t}
          i18nKey="obstacle.notDeclared"
          values={{ scopes: notDeclared.join(", ") }}
          components={components}
        />
      )}
    </>
  );
}
