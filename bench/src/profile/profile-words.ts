import { sharesOf, type CpuProfile } from "./shares.ts";

/** Enough to see what is worth looking at. */
const most = 15;

/** Where the time went: by part, then by file. */
export function wordsOfProfile(title: string, profile: CpuProfile): string {
  const tables = (["part", "file"] as const).map((by) => {
    const shares = sharesOf(profile, by).slice(0, most);
    const rows = shares.map(({ name, share }) => `${(share * 100).toFixed(1).padStart(6)} %  ${name}`);
    return [`${title}: where the time goes, by ${by}`, ...rows].join("\n");
  });
  return tables.join("\n\n");
}
