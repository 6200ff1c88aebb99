import { randomUUID } from "node:crypto";
import type { Story } from "./surroundings.ts";

/**
 * Somebody is invited, joins, gets another role and leaves; somebody else's invitation is withdrawn. Only one writer
 * does this: each account costs a slow hash, and links can be opened 20 times a minute.
 */
export const membersComeAndGo: Story = async ({ dashboard, organizationId, journal }) => {
  const { invitations, members } = dashboard;
  const invite = async () => {
    const email = `${randomUUID()}@example.com`;
    const invited = await journal.send({ action: "invitation.created", subject: email }, () =>
      invitations.create.mutate({ organizationId, email, role: "member" }),
    );
    return { ...invited, email };
  };

  const unwanted = await invite();
  await journal.send({ action: "invitation.withdrawn", subject: unwanted.id }, () =>
    invitations.withdraw.mutate({ organizationId, invitationId: unwanted.id }),
  );

  const { id, email, link } = await invite();
  const token = new URL(link).hash.slice(1);
  await journal.send({ action: "invitation.accepted", subject: id }, () =>
    invitations.join.mutate({ token, name: "Storm", password: "violet-umbrella-77" }),
  );
  const joined = (await members.list.query({ organizationId })).find((member) => member.email === email);
  if (joined === undefined) throw new Error(`${email} joined, and is no member`);
  const memberId = joined.id;
  for (const role of ["viewer", "admin"] as const) {
    await journal.send({ action: "member.role_changed", subject: memberId }, () =>
      members.changeRole.mutate({ organizationId, memberId, role }),
    );
  }
  await journal.send({ action: "member.removed", subject: memberId }, () =>
    members.remove.mutate({ organizationId, memberId, settlements: [] }),
  );
};
