import { Text } from "@mantine/core";
import type { Member } from "../../lib/api-types.ts";
import { roleName } from "../../lib/roles.ts";
import { memberLabel } from "./use-members.ts";

/** `undefined`: that member has left. */
export function ResponsibleFact({ member }: { readonly member: Member | undefined }) {
  if (member === undefined) return <Text c="dimmed">A member who has left</Text>;
  return (
    <>
      <bdi>{memberLabel(member)}</bdi> ({roleName(member.role)})
    </>
  );
}
