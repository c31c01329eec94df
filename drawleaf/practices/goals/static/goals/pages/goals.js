import "#web/shell.js";
import "#web/cards.js";
import "#web/sealed.js";
import "#table/shut.js";
import "#table/taking_back.js";
import { watchForms } from "#table/laying.js";
import { watchAmounts } from "#goals/fields.js";
import { watchGoals } from "#goals/drawing.js";
import { showGoal, watchSteps } from "#goals/goal.js";

watchAmounts();
watchForms();
watchGoals(document.querySelector("[data-leaves]") ? showGoal : undefined);
watchSteps();
