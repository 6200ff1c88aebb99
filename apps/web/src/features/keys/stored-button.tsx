import { Alert, Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { DialogActions } from "../../ui/dialog-actions.tsx";

interface StoredButtonProps {
  readonly copied: boolean;
  readonly onClose: () => void;
}

const focus = (button: HTMLButtonElement | null) => button?.focus();

/** Ends the showing of a token, and asks first when it was not copied. */
export function StoredButton({ copied, onClose }: StoredButtonProps) {
  const [asking, setAsking] = useState(false);
  if (!asking || copied) {
    return (
      <DialogActions>
        <Button onClick={() => (copied ? onClose() : setAsking(true))}>I have stored it</Button>
      </DialogActions>
    );
  }
  return (
    <Alert color="red" variant="light" role="alert" title="The token was not copied here">
      <Text size="sm" mb="sm">
        Unless you have written it down in another way, it is lost as soon as this closes.
      </Text>
      <Group gap="xs">
        <Button ref={focus} onClick={() => setAsking(false)}>
          Go back
        </Button>
        <Button variant="default" onClick={onClose}>
          Close without copying
        </Button>
      </Group>
    </Alert>
  );
}
