import { Button, Stack, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import type { Role } from "../../lib/api-types.ts";
import { fieldRefusals } from "../../lib/refusal.ts";
import { canAssign, roleNames, roles, roleSentences } from "../../lib/roles.ts";
import { ChoiceCards } from "../../ui/choice-cards.tsx";
import { DialogActions } from "../../ui/dialog-actions.tsx";
import { FormRefusal } from "../../ui/form-refusal.tsx";

interface InviteFormProps {
  readonly role: Role;
  readonly memberEmails: readonly string[];
  readonly onSubmit: (offer: { readonly email: string; readonly role: Role }) => void;
  readonly onCancel: () => void;
  readonly pending: boolean;
  readonly error: unknown;
}

export function InviteForm({ role: own, memberEmails, onSubmit, onCancel, pending, error }: InviteFormProps) {
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("member");
  const [mistake, setMistake] = useState<string | null>(null);
  const choices = roles
    .filter((one) => canAssign(own, one))
    .map((one) => ({ value: one, label: roleNames[one], description: roleSentences[one] }));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakeIn(email, memberEmails);
    setMistake(found);
    if (found === null) onSubmit({ email: email.trim(), role });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label="E-mail address"
          description="Only somebody who signs in with this address can accept."
          type="email"
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={mistake ?? fieldRefusals(error).get("email")}
          data-autofocus
        />
        <ChoiceCards label="Role" choices={choices} value={role} onChange={setRole} />
        <FormRefusal error={error} />
      </Stack>
      <DialogActions>
        <Button variant="default" onClick={onCancel} disabled={pending}>
          Cancel
        </Button>
        <Button type="submit" loading={pending}>
          Create invitation link
        </Button>
      </DialogActions>
    </form>
  );
}

function mistakeIn(email: string, memberEmails: readonly string[]): string | null {
  const wanted = email.trim().toLowerCase();
  if (!wanted.includes("@")) return "Enter an e-mail address.";
  return memberEmails.includes(wanted) ? "This person is a member already." : null;
}
