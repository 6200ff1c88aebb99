import { UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { languageNames, languages } from "../lib/language/language.ts";
import { chooseLanguage, useLanguage } from "../lib/language/use-language.ts";
import classes from "./language-switch.module.css";

/** For pages without a menu to have it in. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <fieldset aria-label={t("language")} className={classes.row}>
      {languages.map((one) => (
        <UnstyledButton
          key={one}
          lang={one}
          className={classes.language}
          aria-pressed={one === language}
          onClick={() => chooseLanguage(one)}
        >
          {languageNames[one]}
        </UnstyledButton>
      ))}
    </fieldset>
  );
}
