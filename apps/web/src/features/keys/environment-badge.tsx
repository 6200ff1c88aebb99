import type { Environment } from "../../lib/api-types.ts";
import { environments } from "../../lib/environments.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";

export function EnvironmentBadge({ environment }: { readonly environment: Environment }) {
  const { label, tone } = environments[environment];
  return (
    <StatusBadge tone={tone} dot={false}>
      {label}
    </StatusBadge>
  );
}
