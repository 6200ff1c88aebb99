// The same as Express 5's where this is concerned; what is tried is how it runs.
declare module "express-4" {
  export { default } from "express";
}
