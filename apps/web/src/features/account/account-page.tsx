import { useMe } from "../../lib/session.ts";
import { Card } from "../../ui/card.tsx";
import { Facts } from "../../ui/facts.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Panel } from "../../ui/panel.tsx";
import { PasswordForm } from "./password-form.tsx";
import { Sessions } from "./sessions.tsx";

export function AccountPage() {
  const { user } = useMe();
  return (
    <>
      <PageHeader
        title="Your account"
        description="It is yours in every organization of this installation."
      />
      <Panel title="You">
        <Card>
          <Facts
            facts={[
              { label: "Name", value: user.name },
              { label: "E-mail address", value: user.email },
              ...(user.operator ? [{ label: "Installation", value: "You are an operator of it" }] : []),
            ]}
          />
        </Card>
      </Panel>
      <Sessions />
      <Panel id="password" title="Password" description="Changing it signs you out everywhere else.">
        <Card>
          <PasswordForm email={user.email} />
        </Card>
      </Panel>
    </>
  );
}
