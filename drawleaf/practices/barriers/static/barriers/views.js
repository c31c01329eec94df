import { barriers } from "./views/barriers.js";
import { explore } from "./views/explore.js";
import { explored } from "./views/explored.js";
import { letter } from "./views/letter.js";
import { unsent } from "./views/unsent.js";

export const views = { barriers, explore, explored, letter, unsent };
