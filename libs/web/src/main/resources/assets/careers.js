// Careers pages work without this; it checks fields as one leaves them and remembers the theme.
import "./theme.js";
import "./forms.js";
