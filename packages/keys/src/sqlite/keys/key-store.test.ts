import { aDesk } from "../../testing/index.ts";
import { describeKeyStore } from "../../testing/key-store-contract.ts";

describeKeyStore("the key store on SQLite", aDesk);
