import { foundations } from "./views/month.js";
import { trend } from "./views/trend.js";
import { trust } from "./views/trust.js";
import { wish } from "./views/wish.js";

export const views = { foundations, trend, trust, wish };

// The picture's script comes with the page, and not when somebody looks: so no request tells that
// they do.
const { content } = document.querySelector("template[data-view=trend]");
fetch(content.querySelector("[data-script]").dataset.script).catch(() => {});
