import { Textarea, type TextareaProps } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./addresses-field.module.css";

/** From where a key may be used. */
export function AddressesField(field: TextareaProps) {
  const { t } = useTranslation("keys");
  return (
    <Textarea
      label={t("fields.addresses")}
      description={t("fields.addressesMeans")}
      placeholder={"203.0.113.7\n203.0.113.0/24\n2001:db8::/32"}
      autosize
      minRows={3}
      maxRows={8}
      spellCheck={false}
      classNames={{ input: classes.input }}
      {...field}
    />
  );
}
