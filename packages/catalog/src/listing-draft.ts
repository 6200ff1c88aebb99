import { CatalogError } from "./errors.ts";
import { listingLimits, type Listing, type ListingText } from "./listing.ts";
import type { Brief, TextEngine } from "./text-engine.ts";

/**
 * Lets the engine write.
 * @throws CatalogError `text_engine_failed`, also for a text that no listing can have
 */
export async function draftListing(engine: TextEngine, brief: Brief, now: number): Promise<Listing> {
  const { title, description, bullets } = await writtenBy(engine, brief);
  const { language, tone, version } = brief;
  assertPresentable({ title, description, bullets });
  return { title, description, bullets, version, engine: engine.name, language, tone, createdAt: now };
}

async function writtenBy(engine: TextEngine, brief: Brief): Promise<ListingText> {
  try {
    return await engine.write(brief);
  } catch (cause) {
    if (cause instanceof CatalogError) throw cause;
    throw new CatalogError("text_engine_failed", `${engine.name} failed.`, { cause });
  }
}

function assertPresentable({ title, description, bullets }: ListingText): void {
  const presentable =
    isText(title, listingLimits.title) &&
    isText(description, listingLimits.description) &&
    bullets.length <= listingLimits.mostBullets &&
    bullets.every((bullet) => isText(bullet, listingLimits.bullet));
  if (!presentable) throw new CatalogError("text_engine_failed", "The text is empty, too long or broken.");
}

/** Nothing that a database would not keep as it is, and nothing longer than promised. */
function isText(text: string, most: number): boolean {
  return text.trim() !== "" && text.isWellFormed() && !text.includes("\0") && [...text].length <= most;
}
