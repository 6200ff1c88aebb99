import { useTranslation } from "react-i18next";
import { useMe } from "../../lib/sign-in/session.ts";
import { Card } from "../../ui/card.tsx";
import { Facts } from "../../ui/facts.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Panel } from "../../ui/panel.tsx";
import { PasskeysPanel } from "./passkeys/passkeys-panel.tsx";
import { PasswordForm } from "./password-form.tsx";
import { Sessions } from "./sessions.tsx";
import { TwoFactorPanel } from "./two-factor/two-factor-panel.tsx";

export function AccountPage() {
  const { t } = useTranslation("account");
  const { t: app } = useTranslation();
  const { user } = useMe();
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <Panel title={t("you")}>
        <Card>
          <Facts
            facts={[
              { label: t("name"), value: user.name },
              { label: app("email"), value: user.email },
              ...(user.operator ? [{ label: t("installation"), value: t("operator") }] : []),
            ]}
          />
        </Card>
      </Panel>
      <Sessions />
      <Panel id="password" title={t("password")} description={t("passwordMeans")}>
        <Card>
          <PasswordForm />
        </Card>
      </Panel>
      <TwoFactorPanel />
      <PasskeysPanel />
    </>
  );
}
