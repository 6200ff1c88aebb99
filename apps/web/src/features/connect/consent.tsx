import { Button, Stack, Text } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { Trans, useTranslation } from "react-i18next";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { scopeMeanings } from "../../lib/keys/scopes.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { FrontDoor } from "../../ui/front-door.tsx";
import { Meanings } from "../../ui/meanings.tsx";
import { Notice } from "../../ui/notice.tsx";
import { AppHead } from "./app-head.tsx";
import classes from "./connect.module.css";
import type { ConnectDetails } from "./connect-requests.ts";
import { OrganizationField } from "./organization-field.tsx";
import type { PagePartProps } from "./page-part.ts";
import { firstChoice } from "./first-choice.ts";
import { SignedInAs } from "./signed-in-as.tsx";

interface ConsentProps extends PagePartProps {
  readonly user: NonNullable<ConnectDetails["user"]>;
}

/** Who asks, for what, where it leads: and the two answers. */
export function Consent({ details, answer, onChanged, user }: ConsentProps) {
  const { t } = useTranslation("connect");
  const { organizations, redirectHost } = details;
  // The organization that is named here goes with the answer, whatever is open in another tab.
  const [chosen, choose] = useState(() => firstChoice(details));
  const [missing, setMissing] = useState(false);
  const canConnect = !details.app.disabled && organizations.some(({ obstacle }) => obstacle === null);
  const connect = (event: FormEvent) => {
    event.preventDefault();
    setMissing(chosen === null);
    if (chosen !== null) answer.mutate({ decision: "connect", organizationId: chosen });
  };
  return (
    <FrontDoor
      title={t("consent.title", { app: details.app.name })}
      footer={<SignedInAs user={user} onSignedOut={onChanged} />}
    >
      <form onSubmit={connect} noValidate>
        <Stack gap="lg">
          <AppHead details={details} />
          {details.app.disabled && <Notice tone="warning">{t("consent.disabled")}</Notice>}
          <OrganizationField
            organizations={organizations}
            value={chosen}
            onChange={(id: OrganizationId) => choose(id)}
            missing={missing && chosen === null}
          />
          {canConnect && <Access scopes={details.scopes} />}
          {answer.error !== null && <ErrorNotice error={answer.error} />}
          <Answers answer={answer} canConnect={canConnect} />
          <LeadsTo host={redirectHost} canConnect={canConnect} />
        </Stack>
      </form>
    </FrontDoor>
  );
}

interface AnswersProps extends Pick<PagePartProps, "answer"> {
  readonly canConnect: boolean;
}

function Answers({ answer, canConnect }: AnswersProps) {
  const { t } = useTranslation("connect");
  const { t: app } = useTranslation();
  return (
    <div className={classes.actions}>
      <Button
        variant="default"
        disabled={answer.isPending}
        onClick={() => answer.mutate({ decision: "refuse" })}
      >
        {app("cancel")}
      </Button>
      <Button type="submit" disabled={!canConnect} loading={answer.isPending}>
        {t("consent.connect")}
      </Button>
    </div>
  );
}

interface LeadsToProps {
  readonly host: string;
  readonly canConnect: boolean;
}

/** Where the answers lead, of which there is one alone where nothing can be connected. */
function LeadsTo({ host, canConnect }: LeadsToProps) {
  const { t } = useTranslation("connect");
  const told = { t, values: { host }, components: { strong: <strong /> } };
  return (
    <Text size="sm" c="dimmed" className={classes.words}>
      {canConnect ? (
        <Trans i18nKey="consent.leadsTo" {...told} />
      ) : (
        <Trans i18nKey="consent.cancelLeadsTo" {...told} />
      )}
    </Text>
  );
}

/** What it will be able to do, and for how long. */
function Access({ scopes }: Pick<ConnectDetails, "scopes">) {
  const { t } = useTranslation("connect");
  return (
    <section aria-labelledby="access">
      <h2 className={classes.heading} id="access">
        {t("consent.can")}
      </h2>
      {scopes.length === 0 ? (
        <Text c="dimmed">{t("consent.nothing")}</Text>
      ) : (
        // Whatever is asked for here is declared.
        <Meanings label={t("consent.can")} meanings={scopeMeanings(scopes, scopes)} />
      )}
      <Text size="sm" c="dimmed" mt="md">
        {t("consent.until")}
      </Text>
    </section>
  );
}
