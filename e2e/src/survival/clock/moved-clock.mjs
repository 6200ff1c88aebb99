// Loaded before a server: its Date is moved by so many milliseconds as a file says, read again every few milliseconds.
// The monotonic clock stays what it is, as when somebody sets the clock of a machine.
import { readFileSync } from "node:fs";

const file = process.env.PROOF_CLOCK ?? "";
const RealDate = Date;
let offset = 0;
let readAt = -Infinity;

function moved() {
  if (performance.now() - readAt > 5) {
    offset = Number(readFileSync(file, "utf8"));
    readAt = performance.now();
  }
  return RealDate.now() + offset;
}

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(moved());
    else super(...given);
  }

  static now() {
    return moved();
  }
};
