export { createChatEngine } from "./chat-engine.ts";
