import { toldTime } from "@katkey/keys";

/** RFC 3339, UTC, as every time leaves the server. */
export function timeOf(milliseconds: number): string;
export function timeOf(milliseconds: number | null): string | null;
export function timeOf(milliseconds: number | null): string | null {
  return milliseconds === null ? null : toldTime(milliseconds);
}
