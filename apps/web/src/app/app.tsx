import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { TRPCProvider } from "../lib/api/trpc.ts";
import { createRuntime } from "./runtime.ts";
import { cssVariables, theme } from "./theme.ts";

// What is told before it is there waits in the store.
const Toasts = lazy(async () => ({ default: (await import("./toasts.tsx")).Toasts }));

export function App() {
  const [{ queryClient, trpcClient, router }] = useState(createRuntime);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Suspense>
        <Toasts />
      </Suspense>
      <QueryClientProvider client={queryClient}>
        <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
          <RouterProvider router={router} />
        </TRPCProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
