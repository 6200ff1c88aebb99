import { createHashThread } from "../hashing/hash-thread.ts";

/** One for all installations of a test file: each thread takes a moment to begin, and memory. */
export const hashThread = createHashThread();
