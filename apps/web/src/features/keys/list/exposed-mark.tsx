import { Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { StatusBadge } from "../../../ui/status-badge.tsx";
import { Lifted } from "./lifted.tsx";

/** A secret of this key was seen where it can be read. */
export function ExposedMark() {
  const { t } = useTranslation("keys");
  return (
    <Lifted>
      <Tooltip label={t("exposedMeans")}>
        <span>
          <StatusBadge tone="negative">{t("exposed")}</StatusBadge>
        </span>
      </Tooltip>
    </Lifted>
  );
}
