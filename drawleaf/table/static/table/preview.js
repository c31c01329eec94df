// What the other will see, before it is laid down: the card of table/_preview.html.
import { fill } from "#web/paper.js";
import { showLeaf } from "#web/sealed.js";
import { sentence } from "#web/sentences.js";

/** Fills it with `body` as the one at the other side of the table will see it. */
export function preview(page, { partner }, body, me) {
  const only = sentence("nothing_else", { name: `\u2068${partner.name}\u2069` });
  fill(page, { partner: partner.name, only });
  showLeaf(page.querySelector("[data-leaf]"), { body, author: { name: me.name } });
}
