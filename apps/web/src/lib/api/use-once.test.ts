import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { expect, it } from "vitest";
import { useOnce } from "./use-once.ts";

/** The `mutate` of a mutation as a component gets it. */
function mutateOf(mutationFn: () => Promise<unknown>, onSettled: () => void) {
  const got: (() => void)[] = [];
  function Probe() {
    const { mutate } = useOnce<unknown, Error, void, unknown>({ mutationFn, onSettled });
    got.push(() => mutate());
    return null;
  }
  renderToString(createElement(QueryClientProvider, { client: new QueryClient() }, createElement(Probe)));
  return () => got.at(-1)?.();
}

it.each([
  ["is answered", () => Promise.resolve("kat_live_…")],
  ["is refused", () => Promise.reject(new Error("refused"))],
])("sends the two submits of a double click once, and another one after the first %s", async (_, answer) => {
  const sent: number[] = [];
  let settled = Promise.withResolvers<void>();
  const count = () => {
    sent.push(1);
    return answer();
  };
  const submit = mutateOf(count, () => settled.resolve());

  submit();
  submit();
  await settled.promise;
  expect(sent).toHaveLength(1);

  settled = Promise.withResolvers();
  submit();
  await settled.promise;
  expect(sent).toHaveLength(2);
});
