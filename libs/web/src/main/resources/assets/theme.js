// Theme and language, kept in cookies so that the server renders the right ones at once.
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

function speak(language) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `crewyard_language=${language}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
  location.reload();
}

document.addEventListener("click", event => {
  const language = event.target.closest?.("[data-set-language]");
  if (language) speak(language.dataset.setLanguage);
  const button = event.target.closest?.("[data-set-theme]");
  if (button) apply(button.dataset.setTheme);
});

mark();
