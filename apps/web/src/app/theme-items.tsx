import { Menu, useMantineColorScheme } from "@mantine/core";
import { useTranslation } from "react-i18next";

const schemes = ["light", "dark", "auto"] as const;

export function ThemeItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { t } = useTranslation();
  const choose = (value: string) => {
    const scheme = schemes.find((one) => one === value);
    if (scheme !== undefined) setColorScheme(scheme);
  };
  return (
    <>
      <Menu.Label>{t("theme.title")}</Menu.Label>
      <Menu.RadioGroup value={colorScheme} onChange={choose}>
        {schemes.map((scheme) => (
          <Menu.RadioItem key={scheme} value={scheme}>
            {t(`theme.${scheme}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
