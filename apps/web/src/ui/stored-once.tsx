import { Stack, Text } from "@mantine/core";
import type { ComponentProps, ReactNode } from "react";
import { CodeBlock } from "./code-block.tsx";
import { ShownOnce } from "./shown-once.tsx";

interface StoredOnceProps extends Omit<ComponentProps<typeof ShownOnce>, "children"> {
  /** How it is stored. */
  readonly store: {
    readonly title: string;
    /** Of the commands, for those who do not see them. */
    readonly label: string;
    readonly tabs: ComponentProps<typeof CodeBlock>["tabs"];
  };
  /** What else is to be done with it. */
  readonly next: { readonly title: string; readonly content: ReactNode };
}

/** The one time that a secret is seen: copy it, store it, go on with it. */
export function StoredOnce({ store, next, ...shown }: StoredOnceProps) {
  return (
    <ShownOnce {...shown}>
      {(onCopied) => (
        <>
          <Stack gap={6}>
            <Text fw={550}>{store.title}</Text>
            <CodeBlock label={store.label} tabs={store.tabs} onCopied={onCopied} />
          </Stack>
          <Stack gap={6}>
            <Text fw={550}>{next.title}</Text>
            {next.content}
          </Stack>
        </>
      )}
    </ShownOnce>
  );
}
