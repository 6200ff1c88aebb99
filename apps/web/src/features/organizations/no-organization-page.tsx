import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBuilding } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../lib/sign-in/session.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { CreateOrganizationDialog } from "./create-organization-dialog.tsx";

/** For those who are signed in and a member of nothing. */
export function NoOrganizationPage() {
  const { t } = useTranslation("organizations");
  const { user } = useMe();
  const [creating, { open, close }] = useDisclosure();
  return (
    <>
      <PageHeader title={t("welcome")} />
      <EmptyState
        icon={<IconBuilding size={22} />}
        title={t("none")}
        action={user.operator && <Button onClick={open}>{t("create")}</Button>}
      >
        {user.operator ? t("noneForOperator") : t("noneForOthers", { email: user.email })}
      </EmptyState>
      <CreateOrganizationDialog opened={creating} onClose={close} />
    </>
  );
}
