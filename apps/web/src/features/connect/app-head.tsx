import { Group, Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import { Logo } from "../../ui/logo.tsx";
import { NewTabLink } from "../../ui/new-tab-link.tsx";
import classes from "./connect.module.css";
import type { ConnectDetails } from "./connect-requests.ts";

/** Which app asks, who made it, and what they say of it. */
export function AppHead({ details: { app, ownerName } }: { readonly details: ConnectDetails }) {
  const { t } = useTranslation("connect");
  return (
    <div>
      <Group gap="md" wrap="nowrap" align="center">
        <Logo image={app.logo} name={app.name} size="lg" />
        <div className={classes.words}>
          <Text fw={600} component="bdi" display="block">
            {app.name}
          </Text>
          {ownerName !== null && (
            <Text size="sm" c="dimmed">
              <Trans t={t} i18nKey="madeBy" values={{ owner: ownerName }} components={{ b: <bdi /> }} />
            </Text>
          )}
          {app.homepage !== null && (
            <Text size="sm" component="div">
              <NewTabLink href={app.homepage}>{hostOf(app.homepage)}</NewTabLink>
            </Text>
          )}
        </div>
      </Group>
      {app.description !== null && (
        <Text mt="sm" dir="auto" className={classes.words}>
          {app.description}
        </Text>
      )}
    </div>
  );
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}
