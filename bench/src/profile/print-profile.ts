import { sharesOf, type CpuProfile } from "./shares.ts";

/** Enough to see what is worth looking at. */
const most = 15;

/** Where the time went: by part, then by file. */
export function printProfile(title: string, profile: CpuProfile): void {
  for (const by of ["part", "file"] as const) {
    console.log(`\n${title}: where the time goes, by ${by}`);
    for (const { name, share } of sharesOf(profile, by).slice(0, most)) {
      console.log(`${(share * 100).toFixed(1).padStart(6)} %  ${name}`);
    }
  }
}
