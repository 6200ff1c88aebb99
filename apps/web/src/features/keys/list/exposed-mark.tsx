import { Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { StatusBadge } from "../../../ui/status-badge.tsx";
import { Lifted } from "./lifted.tsx";

interface ExposedMarkProps {
  /** It is refused until somebody decides about it. */
  readonly quarantined: boolean;
}

/** A secret of this key was seen where it can be read. */
export function ExposedMark({ quarantined }: ExposedMarkProps) {
  const { t } = useTranslation("keys");
  return (
    <Lifted>
      <Tooltip label={t(quarantined ? "quarantinedMeans" : "exposedMeans")}>
        <span>
          <StatusBadge tone="negative">{t(quarantined ? "quarantined" : "exposed")}</StatusBadge>
        </span>
      </Tooltip>
    </Lifted>
  );
}
