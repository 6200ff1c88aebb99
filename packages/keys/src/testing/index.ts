export { aDesk } from "./a-desk.ts";
export { anApp, anApprovedApp } from "./apps.ts";
export {
  aKey,
  aMember,
  anOperator,
  anOrganization,
  asKey,
  noon,
  openDesk,
  type TestDesk,
  type Worker,
} from "./desk.ts";
export { outcomeOf } from "./outcome.ts";
export { leak } from "./leak.ts";
