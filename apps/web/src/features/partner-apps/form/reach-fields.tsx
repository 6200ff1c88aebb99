import { Stack, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Scope } from "../../../lib/api/api-types.ts";
import { Card } from "../../../ui/card.tsx";
import { ChoiceCards } from "../../../ui/choice-cards.tsx";
import { Panel } from "../../../ui/panel.tsx";
import classes from "./app-form.module.css";
import { KeysField } from "./keys-field.tsx";
import { ScopesField } from "./scopes-field.tsx";
import type { AppFieldsProps } from "./shown-fields.tsx";

interface ReachFieldsProps extends AppFieldsProps {
  readonly isNew: boolean;
  readonly offered: readonly Scope[];
}

/** How it identifies itself, where people go back to, and the most that it may ask for. */
export function ReachFields({ form, mistakeOf, isNew, offered }: ReachFieldsProps) {
  const { t } = useTranslation("partnerApps");
  const { type, scopes } = form.values;
  return (
    <Panel title={t("form.reach")}>
      <Card>
        <Stack gap="md">
          {isNew && (
            <ChoiceCards
              label={t("fields.type")}
              description={t("fields.typeMeans")}
              choices={(["confidential", "public"] as const).map((value) => ({
                value,
                label: t(`types.${value}`),
                description: t(`types.${value}Means`),
              }))}
              value={type}
              onChange={(next) => form.setFieldValue("type", next)}
              columns={2}
            />
          )}
          <Textarea
            label={t("fields.redirectUris")}
            description={t(`fields.redirectUrisMean.${type}`)}
            autosize
            minRows={2}
            maxRows={12}
            spellCheck={false}
            autoComplete="off"
            classNames={{ input: classes.uris, error: classes.perLine }}
            {...form.getInputProps("redirectUris")}
            error={mistakeOf("redirectUris")}
          />
          {type === "confidential" && <KeysField form={form} mistakeOf={mistakeOf} />}
          <ScopesField
            value={scopes}
            onChange={(next) => form.setFieldValue("scopes", next)}
            offered={offered}
            error={mistakeOf("scopes")}
          />
        </Stack>
      </Card>
    </Panel>
  );
}
