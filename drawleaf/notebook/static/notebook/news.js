// One sentence that the next page says, once: what has just been kept or taken away.
import { sentence } from "#web/sentences.js";

let news = "";

export function leaveNews(text) {
  news = text;
}

export function takeNews() {
  const taken = news;
  news = "";
  return taken;
}

document.addEventListener("drawleaf:twice", () => leaveNews(sentence("both_kept")));
document.addEventListener("drawleaf:undeleted", () => leaveNews(sentence("undeleted")));
