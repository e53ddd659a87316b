// The console's own behaviour, in small modules.
import "./sliders.js";
import "./follow.js";
import "./logs.js";
