import { day } from "./views/day.js";
import { entry } from "./views/entry.js";
import { list, month } from "./views/list.js";
import { search } from "./views/search.js";
import { write } from "./views/write.js";

export const views = { day, entry, list, month, search, write };
