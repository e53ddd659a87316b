// Light, dark or the system's choice, kept in a cookie so that the server renders the right theme at once.
const YEAR = 365 * 24 * 60 * 60;

function apply(theme) {
  document.documentElement.dataset.theme = theme;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `crewyard_theme=${theme}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
  mark();
}

function mark() {
  const current = document.documentElement.dataset.theme || "system";
  for (const button of document.querySelectorAll("[data-set-theme]")) {
    button.setAttribute("aria-pressed", String(button.dataset.setTheme === current));
  }
}

document.addEventListener("click", event => {
  const button = event.target.closest?.("[data-set-theme]");
  if (button) apply(button.dataset.setTheme);
});

mark();
