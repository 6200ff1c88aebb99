import { Button, Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import { Dialog } from "../../ui/dialog.tsx";
import { DialogActions } from "../../ui/dialog-actions.tsx";

interface OnlyOwnerDialogProps {
  readonly organization: string;
  readonly onClose: () => void;
}

/** Said before anything is asked: the server would refuse it in the end. */
export function OnlyOwnerDialog({ organization, onClose }: OnlyOwnerDialogProps) {
  const { t } = useTranslation("members");
  const { t: app } = useTranslation();
  return (
    <Dialog opened onClose={onClose} title={t("onlyOwner.title")}>
      <Text>
        <Trans t={t} i18nKey="onlyOwner.text" values={{ organization }} components={{ strong: <strong /> }} />
      </Text>
      <DialogActions>
        <Button onClick={onClose} data-autofocus>
          {app("close")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
