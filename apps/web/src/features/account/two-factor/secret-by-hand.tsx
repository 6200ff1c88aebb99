import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { CopyButton } from "../../../ui/copy-button.tsx";
import classes from "./secret-by-hand.module.css";

/** For an app that cannot scan: in groups, to be typed. */
export function SecretByHand({ secret }: { readonly secret: string }) {
  const { t } = useTranslation("account");
  return (
    <Stack gap={4}>
      <Text size="sm" c="dimmed">
        {t("twoFactor.byHand")}
      </Text>
      <div className={classes.frame}>
        <code className={classes.secret}>{secret.match(/.{1,4}/g)?.join(" ")}</code>
        <CopyButton value={secret} what={t("twoFactor.secretWhat")} variant="icon" />
      </div>
    </Stack>
  );
}
