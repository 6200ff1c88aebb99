import { useMantineColorScheme } from "@mantine/core";
import { IconDeviceDesktop, IconLanguage, IconMoon, IconSun } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { languageNames, languages } from "../../lib/language/language.ts";
import { chooseLanguage, useLanguage } from "../../lib/language/use-language.ts";
import type { Command } from "./command.ts";

const schemes = [
  { scheme: "light", icon: IconSun },
  { scheme: "dark", icon: IconMoon },
  { scheme: "auto", icon: IconDeviceDesktop },
] as const;

/** How it all looks, and in which language. */
export function useViewCommands(): readonly Command[] {
  const { t } = useTranslation("palette");
  const { t: app } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const spoken = useLanguage();
  return [
    ...schemes.map(({ scheme, icon }) => ({
      id: `theme:${scheme}`,
      group: "view" as const,
      label: t("theme", { name: app(`theme.${scheme}`) }),
      keywords: t("keywords.theme"),
      icon,
      current: scheme === colorScheme,
      run: () => setColorScheme(scheme),
    })),
    ...languages.map((language) => ({
      id: `language:${language}`,
      group: "view" as const,
      label: t("language", { name: languageNames[language] }),
      keywords: t("keywords.language"),
      icon: IconLanguage,
      current: language === spoken,
      run: () => chooseLanguage(language),
    })),
  ];
}
