import { Menu, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconCheck, IconSelector } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Me, Membership } from "../lib/api/api-types.ts";
import { lazyPart } from "../lib/lazy-part.ts";
import { inNameOrder } from "../lib/words/name-order.ts";
import { roleName } from "../lib/organization/roles.ts";
import { Initials } from "./initials.tsx";
import { OperatorItems } from "./operator-items.tsx";
import classes from "./sidebar.module.css";

const CreateOrganizationDialog = lazyPart(
  async () =>
    (await import("../features/organizations/create-organization-dialog.tsx")).CreateOrganizationDialog,
  "organizations",
);

interface OrganizationSwitcherProps {
  readonly me: Me;
  readonly current: Membership | null;
}

export function OrganizationSwitcher({ me, current }: OrganizationSwitcherProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [creating, { open, close }] = useDisclosure();
  const name = current?.name ?? t("organization.none");
  const role = current ? roleName(current.role) : t("organization.ask");
  const show = ({ id }: Membership) =>
    void navigate({ to: "/o/$organizationId", params: { organizationId: id } });
  return (
    <>
      <Menu width="target" withinPortal={false} position="bottom-start">
        <Menu.Target>
          <UnstyledButton className={classes.target} aria-label={t("organization.switch", { name, role })}>
            <Initials name={current?.name ?? "–"} />
            <span className={classes.words}>
              <span className={classes.name}>{name}</span> <span className={classes.small}>{role}</span>
            </span>
            <IconSelector size={16} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{current ? t("organization.yours") : t("organization.ofNone")}</Menu.Label>
          {inNameOrder(me.organizations, (one) => one.name).map((organization) => (
            <Menu.Item
              key={organization.id}
              onClick={() => show(organization)}
              leftSection={<Initials name={organization.name} />}
              rightSection={
                organization.id === current?.id && <IconCheck size={16} aria-label={t("organization.open")} />
              }
            >
              {organization.name}
            </Menu.Item>
          ))}
          {me.user.operator && <OperatorItems onCreate={open} />}
        </Menu.Dropdown>
      </Menu>
      {creating && (
        <Suspense>
          <CreateOrganizationDialog opened onClose={close} />
        </Suspense>
      )}
    </>
  );
}
