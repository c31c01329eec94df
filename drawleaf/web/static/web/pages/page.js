import "#web/shell.js";
import "#web/sealed.js";
