import { templateEngine } from "@katkey/catalog/template";
import type { Config } from "../config.ts";
import type { Services } from "../services.ts";

export type TextEngine = Services["catalog"]["engine"];

/** Loads the client of chat endpoints only for those who have one: it takes a quarter of a second and 30 MB. */
export async function textEngineFor({ textEndpoint }: Config, stopping: AbortSignal): Promise<TextEngine> {
  if (textEndpoint === null) return templateEngine;
  const { createChatEngine } = await import("@katkey/catalog/chat");
  return createChatEngine(textEndpoint, stopping);
}
