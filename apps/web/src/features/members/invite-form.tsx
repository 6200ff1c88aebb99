import { Button, Stack, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Invitation, Role } from "../../lib/api/api-types.ts";
import { wordsOf } from "../../lib/language/i18n.ts";
import { fieldRefusals } from "../../lib/api/refusal.ts";
import { canAssign, roleName, roles, roleSentence } from "../../lib/organization/roles.ts";
import { ChoiceCards } from "../../ui/choice-cards.tsx";
import { DialogActions } from "../../ui/dialog-actions.tsx";
import { FormRefusal } from "../../ui/form-refusal.tsx";
import { reveal, useReveal } from "../../ui/use-reveal.ts";
import { OlderLink } from "./older-link.tsx";
import { olderInvitations } from "./older-invitations.ts";

interface InviteFormProps {
  readonly role: Role;
  readonly memberEmails: readonly string[];
  /** The organization's open invitations. */
  readonly open: readonly Invitation[];
  readonly onSubmit: (offer: {
    readonly email: string;
    readonly role: Role;
    readonly older: readonly Invitation[];
  }) => void;
  readonly onCancel: () => void;
  readonly pending: boolean;
  readonly error: unknown;
}

export function InviteForm(props: InviteFormProps) {
  const { t } = useTranslation("members");
  const { t: app } = useTranslation();
  const { role: own, memberEmails, open, onSubmit, onCancel, pending, error } = props;
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("member");
  const [mistake, setMistake] = useState<string | null>(null);
  const element = useReveal(error);
  const older = olderInvitations(email, open);
  const choices = roles
    .filter((one) => canAssign(own, one))
    .map((one) => ({ value: one, label: roleName(one), description: roleSentence(one) }));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakeIn(email, memberEmails);
    setMistake(found);
    if (found === null) onSubmit({ email: email.trim(), role, older });
    // Once the mistake has been rendered.
    else requestAnimationFrame(() => reveal(element.current));
  };
  return (
    <form ref={element} onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label={app("email")}
          description={t("inviting.emailMeans")}
          type="email"
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={mistake ?? fieldRefusals(error).get("email")}
          data-autofocus
        />
        <ChoiceCards label={t("role")} choices={choices} value={role} onChange={setRole} />
        <OlderLink invitations={older} />
        <FormRefusal error={error} />
      </Stack>
      <DialogActions>
        <Button variant="default" onClick={onCancel} disabled={pending}>
          {app("cancel")}
        </Button>
        <Button type="submit" loading={pending}>
          {t("inviting.submit")}
        </Button>
      </DialogActions>
    </form>
  );
}

function mistakeIn(email: string, memberEmails: readonly string[]): string | null {
  const t = wordsOf("members");
  const wanted = email.trim().toLowerCase();
  if (!wanted.includes("@")) return t("inviting.emailMissing");
  return memberEmails.includes(wanted) ? t("inviting.memberAlready") : null;
}
