// The workplace's script: small modules that make server-rendered pages quicker to work with.
import "./theme.js";
import "./announce.js";
import "./dialog.js";
import "./shortcuts.js";
import "./forms.js";
import "./rows.js";
import "./tokens.js";
import "./live.js";
