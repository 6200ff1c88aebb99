import { z } from "zod";

export const nextCursorAnswer = z
  .string()
  .nullable()
  .describe("Where the next page begins; `null`: this was the last.");
