/** The most that the server takes. */
export const mostRequestsPerMinute = 1_000_000;

export interface LimitDraft {
  readonly choice: "plan" | "own";
  /** A number field that is empty, or holds what is no number, holds a text. */
  readonly figure: number | string;
}

export function isLimit(figure: number | string): figure is number {
  return (
    typeof figure === "number" && Number.isInteger(figure) && figure >= 1 && figure <= mostRequestsPerMinute
  );
}
