import { foundations } from "./views/month.js";
import { trend } from "./views/trend.js";
import { trust } from "./views/trust.js";
import { wish } from "./views/wish.js";

export const views = { foundations, trend, trust, wish };
