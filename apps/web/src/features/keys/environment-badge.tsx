import type { Environment } from "../../lib/api/api-types.ts";
import { environmentName, environmentTones } from "../../lib/keys/environments.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";

export function EnvironmentBadge({ environment }: { readonly environment: Environment }) {
  return (
    <StatusBadge tone={environmentTones[environment]} dot={false}>
      {environmentName(environment)}
    </StatusBadge>
  );
}
