/** What RFC 3339 can say. Somebody may have written others into the file, which must not keep the rows beside it from being told. */
const [earliest, latest] = [Date.parse("0000-01-01T00:00:00.000Z"), Date.parse("9999-12-31T23:59:59.999Z")];

/** RFC 3339, UTC, whatever stands where a time should. */
export function toldTime(milliseconds: number): string {
  const at = Math.min(latest, Math.max(earliest, milliseconds));
  return new Date(Number.isNaN(at) ? earliest : at).toISOString();
}
