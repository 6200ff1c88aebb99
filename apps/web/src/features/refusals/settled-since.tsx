import { Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import type { Explanation } from "../../lib/api/api-types.ts";
import { Mono } from "../../ui/mono.tsx";
import { isCircumstance } from "./circumstances.ts";
import { sinceOf } from "./since.ts";

/** What has become of the reason since, or what to do about one that no time and no setting takes away. */
export function SettledSince({ explanation }: { readonly explanation: Explanation }) {
  const { t } = useTranslation("refusals");
  const { refusal, requestsPerMinute } = explanation;
  const { code, address, scopes, limit } = refusal;
  if (!isCircumstance(code)) return <Text>{t(`todo.${code}`)}</Text>;
  const since = sinceOf(explanation);
  if (since === null) return null;
  return (
    <Text>
      <Trans
        t={t}
        i18nKey={`since.${since}`}
        values={{
          address,
          scopes: scopes.join(", "),
          before: limit?.requestsPerMinute ?? 0,
          now: requestsPerMinute,
        }}
        components={{ code: <Mono>{null}</Mono> }}
      />
    </Text>
  );
}
