import { z } from "zod";

/** A time as `timeOf` writes it. */
export const timeAnswer = z.iso.datetime().meta({ examples: ["2026-11-21T12:00:00.000Z"] });
