/** What RFC 3339 can say. Somebody may have written others into the file, which must not keep the rows beside it from being told. */
const [earliest, latest] = [Date.parse("0000-01-01T00:00:00.000Z"), Date.parse("9999-12-31T23:59:59.999Z")];

/** RFC 3339, UTC, as every time leaves the server. */
export function timeOf(milliseconds: number): string;
export function timeOf(milliseconds: number | null): string | null;
export function timeOf(milliseconds: number | null): string | null {
  if (milliseconds === null) return null;
  return new Date(Math.min(latest, Math.max(earliest, milliseconds))).toISOString();
}
