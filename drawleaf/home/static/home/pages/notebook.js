import "#web/shell.js";
import { serve } from "#home/private.js";
import { views as barriers } from "#barriers/views.js";
import { views as foundations } from "#foundations/views.js";
import { views as notebook } from "#notebook/views.js";
import { views as table } from "#table/views.js";
import { sync } from "#web/store.js";

const inward = () => {};
await serve({ ...notebook, ...table, ...barriers, ...foundations, inward });
sync().catch((error) => console.info(error.reason));
