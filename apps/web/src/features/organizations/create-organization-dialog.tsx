import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { useCreateOrganization } from "./use-create-organization.ts";

interface CreateOrganizationDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function CreateOrganizationDialog({ opened, onClose }: CreateOrganizationDialogProps) {
  const { t } = useTranslation("organizations");
  const [name, setName] = useState("");
  const create = useCreateOrganization();
  const close = () => {
    setName("");
    create.reset();
    onClose();
  };
  return (
    <ConfirmDialog
      opened={opened}
      onClose={close}
      title={t("create")}
      action={t("submit")}
      onConfirm={() => create.mutate({ name }, { onSuccess: close })}
      pending={create.isPending}
      disabled={name.trim() === ""}
      error={create.error}
    >
      <TextInput
        label={t("name")}
        description={t("nameMeans")}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={80}
        data-autofocus
      />
    </ConfirmDialog>
  );
}
