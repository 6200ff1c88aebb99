import { Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import type { Explanation } from "../../lib/api-types.ts";
import { Mono } from "../../ui/mono.tsx";
import { isCircumstance } from "./circumstances.ts";

/** What has become of the reason since, or what to do about one that no time and no setting takes away. */
export function SettledSince({ explanation }: { readonly explanation: Explanation }) {
  const { t } = useTranslation("refusals");
  const { refusal, requestsPerMinute, obstacles } = explanation;
  const { code, address, scopes, limit } = refusal;
  if (!isCircumstance(code)) return <Text>{t(`todo.${code}`)}</Text>;
  if (obstacles.some((obstacle) => obstacle.code === code)) return null;
  const before = limit?.requestsPerMinute ?? requestsPerMinute;
  const raised = code === "rate_limited" && before < requestsPerMinute;
  return (
    <Text>
      <Trans
        t={t}
        i18nKey={raised ? "since.limitRaised" : `since.${settling(code)}`}
        values={{ address, scopes: scopes.join(", "), before, now: requestsPerMinute }}
        components={{ code: <Mono>{null}</Mono> }}
      />
    </Text>
  );
}

const told = [
  "organization_suspended",
  "api_access_disabled",
  "ip_not_allowed",
  "rate_limited",
  "insufficient_scope",
] as const;

/** What can pass at all; a key that has ended stays so. */
function settling(code: Explanation["refusal"]["code"]) {
  return told.find((one) => one === code) ?? "other";
}
