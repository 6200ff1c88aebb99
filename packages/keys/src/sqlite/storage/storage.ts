import { access, constants, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Database } from "better-sqlite3";
import { freeBytesIn } from "./free-bytes.ts";
import { reserveAt, type Reserve } from "./reserve.ts";
import { storageFaultOf, type StorageFault } from "./storage-fault.ts";

/** What is known of the disk on which databases lie. One for each directory, whichever connection asks. */
export interface Storage {
  readonly reserve: Reserve;
  /** Why nothing can be written, or nothing but what ends access; `null`: as far as is known everything can. */
  trouble(): StorageFault | null;
  /** Somebody could not write, or not read. What is damaged stays so as long as it is open. */
  note(fault: StorageFault): void;
  /** There was no room to make a reserve of: a revocation could find none. */
  lacksReserve(): boolean;
  /**
   * Looks whether there is trouble, and whether it is over: then what was given up is made again first. To be called
   * each second or so.
   */
  look(): Promise<void>;
}

const reserveName = "reserve";

const known = new Map<string, Storage>();

/** The disk that a database lies on. */
export function storageOf({ name, memory }: Pick<Database, "name" | "memory">): Storage {
  if (memory) return inMemory;
  const directory = dirname(name);
  const storage = known.get(directory) ?? createStorage(directory);
  known.set(directory, storage);
  return storage;
}

const inMemory: Storage = {
  reserve: {
    isGivenUp: () => false,
    exists: () => false,
    isOpenTo: () => true,
    giveUp: () => false,
    make: async () => false,
  },
  trouble: () => null,
  note() {},
  lacksReserve: () => false,
  look: async () => {},
};

function createStorage(directory: string): Storage {
  const reserve = reserveAt(join(directory, reserveName));
  let trouble: StorageFault | null = null;
  let looking: Promise<void> | null = null;
  let lacking = false;
  let isDamaged = false;

  async function recovered(): Promise<StorageFault | null> {
    if (!reserve.isGivenUp()) return faultOfWriting(directory);
    // A reserve that is made in vain is not tried again for a while.
    const fault = trouble === "storage_unavailable" ? await faultOfWriting(directory) : null;
    return fault ?? ((await reserve.make()) ? null : (trouble ?? "storage_full"));
  }

  async function look(): Promise<void> {
    if (reserve.isGivenUp()) trouble ??= "storage_full";
    trouble = trouble === null ? await faultInSight(directory) : await recovered();
    lacking = trouble === null && !reserve.exists() && !(await reserve.make());
  }

  return {
    reserve,
    trouble: () => trouble ?? (isDamaged ? "storage_damaged" : null),
    note(fault) {
      if (fault === "storage_damaged") isDamaged = true;
      else trouble = fault;
    },
    lacksReserve: () => lacking,
    look: () => (looking ??= look().finally(() => (looking = null))),
  };
}

/** More than a few commits write, so that it does not come and go with each of them. */
const probeBytes = 1_048_576;

/** What nobody has come upon yet. Only where it looks full is it written to. */
async function faultInSight(directory: string): Promise<StorageFault | null> {
  try {
    await access(directory, constants.W_OK);
    return (await freeBytesIn(directory)) < probeBytes ? await faultOfWriting(directory) : null;
  } catch (cause) {
    return faultOf(cause);
  }
}

async function faultOfWriting(directory: string): Promise<StorageFault | null> {
  const path = join(directory, `${reserveName}.probe`);
  try {
    await writeFile(path, Buffer.alloc(probeBytes, "x"), { mode: 0o600, flush: true });
    return null;
  } catch (cause) {
    return faultOf(cause);
  } finally {
    await rm(path, { force: true }).catch(() => {});
  }
}

function faultOf(cause: unknown): StorageFault {
  return storageFaultOf(cause) ?? "storage_unavailable";
}
