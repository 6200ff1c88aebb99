import { Stack, Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import type { Explanation } from "../../lib/api/api-types.ts";
import { problemSection } from "../../lib/documentation.ts";
import { exactTime } from "../../lib/words/time-words.ts";
import { Card } from "../../ui/card.tsx";
import { Mono } from "../../ui/mono.tsx";
import { NewTabLink } from "../../ui/new-tab-link.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./why-refused.module.css";

/** The reason in plain words, and the answer's own. */
export function WhyRefused({ refusal }: { readonly refusal: Explanation["refusal"] }) {
  const { t } = useTranslation("refusals");
  const { code, detail, errors } = refusal;
  return (
    <Panel title={t("why.title")}>
      <Card>
        <Stack gap="sm">
          <Text size="md">
            <Reason refusal={refusal} />
          </Text>
          <Text size="sm" c="dimmed">
            {t("why.said")}: <q lang="en">{detail}</q>
          </Text>
          {errors.length > 0 && <Inputs errors={errors} />}
          {code !== "other" && (
            <Text size="sm">
              <NewTabLink href={problemSection(code)}>{t("why.documentation", { code })}</NewTabLink>
            </Text>
          )}
        </Stack>
      </Card>
    </Panel>
  );
}

function Reason({ refusal }: { readonly refusal: Explanation["refusal"] }) {
  const { t } = useTranslation("refusals");
  const { code, address, method, scopes, limit } = refusal;
  const known = { address, method, scopes: scopes.join(", ") };
  const ofLimit = { limit: limit?.requestsPerMinute ?? 0, time: limit ? exactTime(limit.roomAt) : "" };
  return (
    <Trans
      t={t}
      i18nKey={
        isOfApp(refusal) && (code === "browser_call_refused" || code === "insufficient_scope")
          ? `why.app_${code}`
          : `why.${code}`
      }
      values={{ ...known, ...ofLimit }}
      components={{ code: <Mono>{null}</Mono> }}
    />
  );
}

function isOfApp({ keyId }: Explanation["refusal"]): boolean {
  return keyId.startsWith("grt_");
}

function Inputs({ errors }: Pick<Explanation["refusal"], "errors">) {
  const { t } = useTranslation("refusals");
  return (
    <ul className={classes.inputs} aria-label={t("why.inputs")} lang="en">
      {errors.map(({ path, message }) => (
        <li key={path}>
          {path !== "" && (
            <>
              <Mono>{path}</Mono>{" "}
            </>
          )}
          {message}
        </li>
      ))}
    </ul>
  );
}
