import { sentence } from "#web/sentences.js";
import { deleteEntry, keptAs, whyNot } from "./keeping.js";
import { leaveNews } from "./news.js";
import { say } from "./paper.js";

/**
 * Asked in words first: the button that deletes is not where the one that asks was. `to` is where
 * one is afterwards.
 */
export function deleting(page, item, to = "") {
  const dialog = page.querySelector("dialog");
  page.querySelector("[data-delete]").addEventListener("click", () => dialog.showModal());
  dialog.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const result = await deleteEntry(item);
      const isGone = result.sent && !result.undeleted;
      leaveNews(isGone ? sentence("deleted") : keptAs(result));
      location.hash = to;
    } catch (error) {
      say(dialog, whyNot(error), true);
    }
  });
}
