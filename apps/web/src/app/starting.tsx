import { Center, Loader } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** Seen only when the server takes its time with the first answer. */
export function Starting() {
  const { t } = useTranslation();
  return (
    <Center mih="100dvh" aria-busy="true">
      <output className="visually-hidden">{t("loading")}</output>
      <Loader size="sm" type="dots" />
    </Center>
  );
}
