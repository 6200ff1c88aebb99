import { Stack, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../../../ui/card.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { longestDescription, longestName, type AppValues } from "./app-values.ts";
import { LogoField } from "./logo-field.tsx";

export interface AppFieldsProps {
  readonly form: UseFormReturnType<AppValues>;
  readonly mistakeOf: (field: keyof AppValues) => ReactNode;
}

/** What everybody sees who is asked to connect it. */
export function ShownFields({ form, mistakeOf }: AppFieldsProps) {
  const { t } = useTranslation("partnerApps");
  const { name, logo } = form.values;
  return (
    <Panel title={t("form.shown")} description={t("form.shownMeans")}>
      <Card>
        <Stack gap="md">
          <TextInput
            label={t("fields.name")}
            description={t("fields.nameMeans")}
            maxLength={longestName}
            autoComplete="off"
            dir="auto"
            {...form.getInputProps("name")}
            error={mistakeOf("name")}
          />
          <Textarea
            label={t("fields.description")}
            description={t("fields.descriptionMeans")}
            maxLength={longestDescription}
            autosize
            minRows={2}
            dir="auto"
            {...form.getInputProps("description")}
            error={mistakeOf("description")}
          />
          <TextInput
            label={t("fields.homepage")}
            description={t("fields.homepageMeans")}
            inputMode="url"
            autoComplete="off"
            placeholder="https://"
            {...form.getInputProps("homepage")}
            error={mistakeOf("homepage")}
          />
          <LogoField
            name={name}
            value={logo}
            onChange={(next) => form.setFieldValue("logo", next)}
            error={mistakeOf("logo")}
          />
        </Stack>
      </Card>
    </Panel>
  );
}
