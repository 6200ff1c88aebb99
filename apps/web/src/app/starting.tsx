import { Center, Loader } from "@mantine/core";

/** Seen only when the server takes its time with the first answer. */
export function Starting() {
  return (
    <Center mih="100dvh" aria-busy="true">
      <output className="visually-hidden">Katkey is loading</output>
      <Loader size="sm" type="dots" />
    </Center>
  );
}
