import type { InputFaultCode } from "../http/problems/input-faults.ts";

/** What a rule of our own says where it refuses: the code for programs, the sentence for people, the limit for other languages. */
export function refusing(code: InputFaultCode, error: string, limit: number | null = null) {
  return { error, params: { code, limit } };
}

/** The same for what finds its faults by itself. */
export function refusalOf(code: InputFaultCode, message: string) {
  return { code: "custom", message, params: { code } } as const;
}
