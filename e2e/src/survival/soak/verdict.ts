import { percentile } from "../load/percentile.ts";
import type { Sample } from "./sample.ts";

const mostWalBytes = 64 * 1_048_576;
const mostMoreFiles = 10;
/** By so much of the first half's median the second half's may be higher: the garbage of a moment is more than that. */
const mostMoreMemory = 0.05;
/** What fills once, caches and pools, has filled by then. */
const warmAfterSeconds = 600;
/** Of fewer, nothing is said of the memory. */
const fewestWarm = 10;

interface Verdict {
  /** What grew that must not. */
  readonly violations: readonly string[];
  /** How much what is held grew, in words. */
  readonly worst: string;
}

/** Whether what a server holds stays as it is. Halves are compared by their medians: single peaks are no growth. */
export function verdictOn(samples: readonly Sample[]): Verdict {
  const warm = samples.filter(({ second }) => second >= warmAfterSeconds);
  const memory = warm.length < fewestWarm ? null : halvesOf(warm.map(({ rssKib }) => rssKib / 1_024));
  const files = halvesOf(samples.slice(Math.floor(samples.length / 3)).map((sample) => sample.files));
  const wal = Math.max(0, ...samples.map(({ walBytes }) => walBytes));
  const moreFiles = files.second - files.first;
  return {
    violations: [
      ...(memory !== null && memory.second > memory.first * (1 + mostMoreMemory)
        ? [`the memory grew: ${inWords(memory)}`]
        : []),
      ...(moreFiles > mostMoreFiles ? [`${moreFiles} more files are open in the end`] : []),
      ...(wal > mostWalBytes ? [`a log grew to ${wal} bytes`] : []),
    ],
    worst: [
      memory === null ? "too short to say anything of the memory" : `memory ${inWords(memory)}`,
      `${moreFiles} more open files`,
      `logs of ${(wal / 1_048_576).toFixed(1)} MiB at most`,
    ].join(", "),
  };
}

interface Halves {
  readonly first: number;
  readonly second: number;
}

function halvesOf(values: readonly number[]): Halves {
  const middle = Math.floor(values.length / 2);
  return { first: percentile(values.slice(0, middle), 50), second: percentile(values.slice(middle), 50) };
}

const inWords = ({ first, second }: Halves) =>
  `${first.toFixed(0)} MiB and later ${second.toFixed(0)} MiB, by the medians of the two halves after ${warmAfterSeconds / 60} minutes`;
