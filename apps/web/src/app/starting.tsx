import { Center, Loader } from "@mantine/core";

/** Seen only when the server takes its time with the first answer. */
export function Starting() {
  return (
    <Center mih="100dvh" role="status" aria-label="Katkey is loading">
      <Loader size="sm" type="dots" />
    </Center>
  );
}
