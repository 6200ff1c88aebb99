import packageJson from "../../package.json" with { type: "json" };
import { checkedOutCommit } from "./checked-out.ts";

/** Which version this process is of, asked at its start: later another one may be checked out. */
export function thisVersion() {
  return { version: packageJson.version, commit: checkedOutCommit() };
}
