import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./app-form.module.css";
import type { AppFieldsProps } from "./shown-fields.tsx";

/** The public keys of an app that proves itself by a signature. */
export function KeysField({ form, mistakeOf }: AppFieldsProps) {
  const { t } = useTranslation("partnerApps");
  return (
    <Textarea
      label={t("fields.jwks")}
      description={t("fields.jwksMean")}
      placeholder={'{ "keys": [ … ] }'}
      autosize
      minRows={2}
      maxRows={16}
      spellCheck={false}
      autoComplete="off"
      classNames={{ input: classes.uris }}
      {...form.getInputProps("jwks")}
      error={mistakeOf("jwks")}
    />
  );
}
