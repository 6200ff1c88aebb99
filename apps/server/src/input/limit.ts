import { z } from "zod";

interface PageSizes {
  readonly usual: number;
  readonly most: number;
}

/** A page size as a query carries it: as text. */
export function limitInput({ usual, most }: PageSizes) {
  return z
    .string()
    .regex(/^[1-9]\d{0,5}$/, `Expected a number from 1 to ${most}.`)
    .transform(Number)
    .pipe(z.int().max(most))
    .default(usual)
    .meta({ documentedAs: { type: "integer", minimum: 1, maximum: most, default: usual } });
}
