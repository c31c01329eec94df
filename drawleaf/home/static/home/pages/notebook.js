import "#web/shell.js";
import { serve } from "#home/private.js";
import { views as notebook } from "#notebook/views.js";
import { views as table } from "#table/views.js";
import { sync } from "#web/store.js";

await serve({ ...notebook, ...table });
sync().catch((error) => console.info(error.reason));
