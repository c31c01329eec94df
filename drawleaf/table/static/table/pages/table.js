import "#web/shell.js";
import "#table/not_compared.js";
import "#web/cards.js";
import "#web/sealed.js";
import "#table/shut.js";
import "#table/taking_back.js";
