import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Member } from "../../../lib/api/api-types.ts";
import { roleName } from "../../../lib/organization/roles.ts";
import { memberLabel } from "../use-members.ts";

/** `undefined`: that member has left. */
export function ResponsibleFact({ member }: { readonly member: Member | undefined }) {
  const { t } = useTranslation("keys");
  if (member === undefined) return <Text c="dimmed">{t("facts.memberLeft")}</Text>;
  return (
    <>
      <bdi>{memberLabel(member)}</bdi> ({roleName(member.role)})
    </>
  );
}
