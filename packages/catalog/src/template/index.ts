export { templateEngine } from "./template-engine.ts";
