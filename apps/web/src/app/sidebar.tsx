import { useParams } from "@tanstack/react-router";
import { lastOrganization } from "../lib/organization/last-organization.ts";
import { useMe } from "../lib/sign-in/session.ts";
import { AccountMenu } from "./account-menu.tsx";
import { DocumentationLink } from "./documentation-link.tsx";
import { OrganizationNav } from "./organization-nav.tsx";
import { OrganizationSwitcher } from "./organization-switcher.tsx";
import { PaletteButton } from "./palette-button.tsx";
import { SettingsNav } from "./settings-nav.tsx";
import classes from "./sidebar.module.css";

interface SidebarProps {
  readonly onSearch: () => void;
}

export function Sidebar({ onSearch }: SidebarProps) {
  const me = useMe();
  const { organizationId } = useParams({ strict: false });
  const organization = me.organizations.find(({ id }) => id === organizationId) ?? lastOrganization(me);
  return (
    <div className={classes.sidebar}>
      <OrganizationSwitcher me={me} current={organization} />
      <PaletteButton onClick={onSearch} />
      {organization !== null && <OrganizationNav organization={organization} />}
      {organization !== null && <SettingsNav organization={organization} />}
      <div className={classes.bottom}>
        <DocumentationLink />
        <AccountMenu user={me.user} />
      </div>
    </div>
  );
}
