import { Menu } from "@mantine/core";
import { IconPlus, IconServer } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

/** What only the operator of the installation finds in the menu of organizations. */
export function OperatorItems({ onCreate }: { readonly onCreate: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <>
      <Menu.Divider />
      <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} onClick={onCreate}>
        {t("organization.create")}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconServer size={16} aria-hidden />}
        onClick={() => void navigate({ to: "/instance" })}
      >
        {t("organization.instance")}
      </Menu.Item>
    </>
  );
}
