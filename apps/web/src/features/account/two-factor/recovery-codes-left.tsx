import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Notice } from "../../../ui/notice.tsx";

const few = 3;

interface RecoveryCodesLeftProps {
  /** Null where the server cannot read them any more. */
  readonly count: number | null;
}

export function RecoveryCodesLeft({ count }: RecoveryCodesLeftProps) {
  const { t } = useTranslation("account");
  if (count === null) return <Notice tone="warning">{t("twoFactor.unreadable")}</Notice>;
  if (count <= few) return <Notice tone="warning">{t("twoFactor.fewCodesLeft", { count })}</Notice>;
  return (
    <Text size="sm" c="dimmed">
      {t("twoFactor.codesLeft", { count })}
    </Text>
  );
}
