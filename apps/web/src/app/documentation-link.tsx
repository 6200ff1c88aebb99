import { NavLink } from "@mantine/core";
import { IconBook2, IconExternalLink } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { documentation } from "../lib/documentation.ts";

/** The way to the pages for those who write programs. In another tab: they are read beside the work. */
export function DocumentationLink() {
  const { t } = useTranslation();
  return (
    <NavLink
      href={documentation.start}
      target="_blank"
      label={
        <>
          {t("documentation")} <span className="visually-hidden">{t("opensInNewTab")}</span>
        </>
      }
      description={t("documentationLanguage") || undefined}
      leftSection={<IconBook2 size={17} stroke={1.8} aria-hidden />}
      rightSection={<IconExternalLink size={14} stroke={1.8} aria-hidden />}
    />
  );
}
