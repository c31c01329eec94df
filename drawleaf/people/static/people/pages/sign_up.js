import "#web/shell.js";
import { enrolment } from "#people/enrol.js";

const form = document.querySelector("[data-enrol]");
if (form) enrolment(form, ({ next }) => location.assign(next));
