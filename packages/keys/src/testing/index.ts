export { aDesk } from "./a-desk.ts";
export { aKey, aMember, anOrganization, noon, openDesk, type TestDesk, type Worker } from "./desk.ts";
export { outcomeOf } from "./outcome.ts";
