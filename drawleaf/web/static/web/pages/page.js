import "#web/shell.js";
