import { sentence } from "#web/sentences.js";

/** Words that stand beside one's own words, and so are nobody's name. */
export const reserved = () => [sentence("you")];
