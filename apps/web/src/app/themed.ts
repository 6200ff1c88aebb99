import type * as mantine from "@mantine/core";

type Extend<Name extends keyof typeof mantine> = (typeof mantine)[Name] extends {
  extend: (input: infer Input) => unknown;
}
  ? Input
  : never;

/**
 * Defaults of one of Mantine's components. Its own `extend` does the same, but naming the component would load it
 * with the first page, shown or not.
 */
export function themed<Name extends keyof typeof mantine>(defaults: Extend<Name>): Extend<Name> {
  return defaults;
}
