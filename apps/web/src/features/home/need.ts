import type { HomeView } from "./use-home.ts";

export type Need = HomeView["needs"][number];
export type NeedReason = Need["reason"];
