import "#web/shell.js";
import "#web/cards.js";
import "#web/sealed.js";
import "#table/shut.js";
import "#table/taking_back.js";
import { decide } from "#web/deciding.js";
import { watchForm } from "#table/laying.js";
import { watchBorrowing } from "#cards/borrowing.js";
import { watchRows } from "#questions/sets.js";
import { watchCards } from "#cards/cards.js";
import { watchReplies, watchTelling } from "#cards/telling.js";

watchRows();
watchBorrowing();
decide(document.querySelector("[data-cards]"), watchCards);
document.querySelectorAll("form[data-lay='cards.telling']").forEach(watchTelling);
for (const form of document.querySelectorAll("form[data-lay='cards.reply']")) watchForm(form);
decide(document.querySelector("[data-tellings]"), watchReplies);
