import "#questions/pages/question.js";
import { watchNotes } from "#checkin/notes.js";

document.querySelectorAll("[data-notes]").forEach(watchNotes);
