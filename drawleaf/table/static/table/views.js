import { share } from "./share.js";

export const views = { share };
