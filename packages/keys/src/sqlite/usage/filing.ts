import type { Database } from "better-sqlite3";
import { isBusy } from "../busy.ts";
import type { Parcel } from "./added-up.ts";
import { prepareFileTallies } from "./file-tallies.ts";
import { createPass, type Pass } from "./pass.ts";
import type { UseJournal } from "./use-journal.ts";
import { prepareForgetClients, prepareWriteClient } from "./write-clients.ts";
import { prepareWriteLastUse } from "./write-last-use.ts";

const selectState = "select pass, up_to as upTo, filed_to as filedTo from filing";
const updateState = "update filing set pass = @pass, up_to = @upTo, filed_to = @filedTo";

const unreadMessage =
  "Some uses in the journal could not be read. They are in no sum, but in the table unread_use.";

/** How far the pass has come, in the file: any process can go on. */
interface State {
  readonly pass: number;
  /** Files the journal up to this row; `0`: has not begun to. */
  readonly upTo: number;
  /** Parcels up to this one are filed. */
  readonly filedTo: string;
}

/**
 * Moves uses out of the journal into the last uses, the clients, the hours and the sums. A pass adds up what is in the
 * journal and writes it in the order of the file, so that a page is touched once however often its keys were used;
 * then the journal's rows are forgotten. Each piece is a transaction that also tells how far the pass has come:
 * processes help each other, and one that dies leaves nothing that is counted twice or not at all.
 */
export interface Filing {
  /** Does one piece. `false`: that was the end of a pass, and what has come meanwhile can wait. */
  step(): boolean;
}

/** Whether there is more to be written of a pass; `stale`: others have written it. */
type Progress = "more" | "done" | "stale";

/** `onFailure` hears of what could not be read, and is set aside. */
export function prepareFiling(
  database: Database,
  journal: UseJournal,
  onFailure: (cause: unknown) => void,
): Filing {
  const state = database.prepare<[], State>(selectState);
  const fileSome = prepareFileSome(database, journal);
  let known: Pass | null = null;

  function begin(): Pass | null {
    const { pass: number, upTo } = state.get() ?? { pass: 0, upTo: 0 };
    const isBegun = upTo > 0;
    const end = isBegun ? upTo : journal.last();
    return end === 0 ? null : createPass(journal, { number, upTo: end, isBegun });
  }

  function goOn(pass: Pass): Progress {
    try {
      return pass.read() ? "more" : fileSome.immediate(pass);
    } catch (cause) {
      // What it is part of may be taken back, and then its number is that of other rows.
      if (!isBusy(cause)) known = null;
      throw cause;
    }
  }

  return {
    step() {
      known ??= begin();
      if (known === null) return false;
      const pass = known;
      const progress = goOn(pass);
      if (progress !== "more") known = null;
      if (progress === "done" && pass.unread().length > 0) onFailure(new Error(unreadMessage));
      return progress !== "done" || pass.isFull();
    },
  };
}

/** A piece of a pass, and how far it has come then. */
function prepareFileSome(database: Database, journal: UseJournal) {
  const state = database.prepare<[], State>(selectState);
  const setState = database.prepare<State>(updateState);
  const fileParcels = prepareFileParcels(database);

  return database.transaction((pass: Pass): Progress => {
    const [now, upTo] = [state.get(), pass.upTo()];
    if (now?.pass !== pass.number || (now.upTo !== 0 && now.upTo !== upTo)) return "stale";
    const { parcels, filedTo } = pass.next(now.filedTo);
    fileParcels(parcels);
    if (filedTo === null) {
      journal.setAside(pass.unread());
      journal.forget(upTo);
      setState.run({ pass: pass.number + 1, upTo: 0, filedTo: "" });
    } else setState.run({ pass: pass.number, upTo, filedTo });
    return filedTo === null ? "done" : "more";
  });
}

function prepareFileParcels(database: Database): (parcels: readonly Parcel[]) => void {
  const writeLastUse = prepareWriteLastUse(database);
  const writeClient = prepareWriteClient(database);
  const forgetClients = prepareForgetClients(database);
  const fileTallies = prepareFileTallies(database);
  return (parcels) => {
    const clients = parcels.flatMap((parcel) => parcel.clients);
    for (const last of parcels.flatMap(({ lastUses }) => lastUses)) writeLastUse(last);
    for (const client of clients) writeClient(client);
    fileTallies(parcels.flatMap(({ tallies }) => tallies));
    if (clients.length > 0) forgetClients(Math.max(...clients.map(({ day }) => day)));
  };
}
