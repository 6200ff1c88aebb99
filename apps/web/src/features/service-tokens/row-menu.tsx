import { ActionIcon, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ServiceToken } from "./service-token-types.ts";
import type { Decision } from "./service-token-columns.tsx";

interface RowMenuProps {
  readonly serviceToken: ServiceToken;
  readonly onDecide: (what: Decision["what"]) => void;
}

/** What can be done with a service token; nothing any more with one that has ended. */
export function RowMenu({ serviceToken: { name, status }, onDecide }: RowMenuProps) {
  const { t } = useTranslation("serviceTokens");
  if (status === "revoked" || status === "expired") return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={t("actionsOf", { name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onDecide("rotate")}>{t("rotate.open")}</Menu.Item>
        {status === "rotating" && (
          <Menu.Item onClick={() => onDecide("endOverlap")}>{t("endOverlap.open")}</Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item color="red" onClick={() => onDecide("revoke")}>
          {t("revoke.open")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
