import { useTRPCClient } from "../../lib/api/trpc.ts";
import { useSettingsChanged } from "./use-settings-change.ts";

/** Takes a change of the settings back, by another one: unless the organization was changed since. */
export function useUndoSettings() {
  const { rename, editKeyRules, changeApiAccess, changeLeakPolicy } = useTRPCClient().organizations;
  const changed = useSettingsChanged();
  return {
    rename: (before: Parameters<typeof rename.mutate>[0]) => rename.mutate(before).finally(changed),
    editKeyRules: (before: Parameters<typeof editKeyRules.mutate>[0]) =>
      editKeyRules.mutate(before).finally(changed),
    changeLeakPolicy: (before: Parameters<typeof changeLeakPolicy.mutate>[0]) =>
      changeLeakPolicy.mutate(before).finally(changed),
    changeApiAccess: (before: Parameters<typeof changeApiAccess.mutate>[0]) =>
      changeApiAccess.mutate(before).finally(changed),
  };
}
