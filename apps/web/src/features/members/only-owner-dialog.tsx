import { Button, Text } from "@mantine/core";
import { Dialog } from "../../ui/dialog.tsx";
import { DialogActions } from "../../ui/dialog-actions.tsx";

interface OnlyOwnerDialogProps {
  readonly organization: string;
  readonly onClose: () => void;
}

/** Said before anything is asked: the server would refuse it in the end. */
export function OnlyOwnerDialog({ organization, onClose }: OnlyOwnerDialogProps) {
  return (
    <Dialog opened onClose={onClose} title="An organization needs an owner">
      <Text>
        You are the only owner of <strong>{organization}</strong>. Make another member an owner first; then
        you can leave or take another role.
      </Text>
      <DialogActions>
        <Button onClick={onClose} data-autofocus>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}
