import { useTranslation } from "react-i18next";
import type { Person } from "../../lib/api/api-types.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { useOnce } from "../../lib/api/use-once.ts";
import { ShownOnceDialog } from "../../ui/shown-once-dialog.tsx";
import { PasswordLink } from "./password-link.tsx";
import { PasswordLinkForm } from "./password-link-form.tsx";
import { usePeopleChanged } from "./use-people-changed.ts";

interface PasswordLinkDialogProps {
  readonly person: Person;
  readonly onClose: () => void;
}

/** Says what a link does, then makes it and shows it, once. */
export function PasswordLinkDialog({ person, onClose }: PasswordLinkDialogProps) {
  const { t } = useTranslation("people");
  const trpc = useTRPC();
  // The link lives in this mutation's result and nowhere else: gone as soon as the dialog is.
  const make = useOnce(
    trpc.instance.people.makePasswordLink.mutationOptions({ gcTime: 0, onSettled: usePeopleChanged() }),
  );
  const { data } = make;
  const { id, name } = person;
  return (
    <ShownOnceDialog
      title={t(data === undefined ? "passwordLink.title" : "passwordLink.linkTitle", { name })}
      pending={make.isPending}
      shown={data && <PasswordLink name={name} made={data} onClose={onClose} />}
      onClose={onClose}
    >
      <PasswordLinkForm
        email={person.email}
        pending={make.isPending}
        error={make.error}
        onSubmit={(password, onError) => make.mutate({ id, password }, { onError })}
        onCancel={onClose}
      />
    </ShownOnceDialog>
  );
}
