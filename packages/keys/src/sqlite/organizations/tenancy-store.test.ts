import { aDesk } from "../../testing/index.ts";
import { describeTenancyStore } from "../../testing/tenancy-store-contract.ts";

describeTenancyStore("the tenancy store on SQLite", aDesk);
