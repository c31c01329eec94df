/** Whether nobody is to see the page now: it is behind another, or under the cover of Close. */
export const isCovered = () => document.hidden || Boolean(document.getElementById("cover")?.open);
