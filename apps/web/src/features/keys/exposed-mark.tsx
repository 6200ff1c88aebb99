import { Tooltip } from "@mantine/core";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { Lifted } from "./lifted.tsx";

/** A secret of this key was seen where it can be read. */
export function ExposedMark() {
  return (
    <Lifted>
      <Tooltip label="A secret of this key was used in a browser or a URL. Rotate it without overlap.">
        <span>
          <StatusBadge tone="negative">Exposed</StatusBadge>
        </span>
      </Tooltip>
    </Lifted>
  );
}
