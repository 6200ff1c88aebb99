export { aDesk } from "./a-desk.ts";
export { aKey, aMember, anOrganization, asKey, noon, openDesk, type TestDesk, type Worker } from "./desk.ts";
export { outcomeOf } from "./outcome.ts";
