import { Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { languageNames, languages } from "../lib/language/language.ts";
import { chooseLanguage, useLanguage } from "../lib/language/use-language.ts";

export function LanguageItems() {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <Menu.Label>{t("language")}</Menu.Label>
      <Menu.RadioGroup value={language} onChange={chooseLanguage}>
        {languages.map((one) => (
          <Menu.RadioItem key={one} value={one} lang={one}>
            {languageNames[one]}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
