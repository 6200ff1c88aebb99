import type { Environment } from "../../lib/api-types.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";

export function EnvironmentBadge({ environment }: { readonly environment: Environment }) {
  return (
    <StatusBadge tone={environment === "live" ? "accent" : "neutral"} dot={false}>
      {environment === "live" ? "Live" : "Test"}
    </StatusBadge>
  );
}
