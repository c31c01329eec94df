import "#questions/pages/question.js";
import { watchBorrowing } from "#cards/borrowing.js";

watchBorrowing();
