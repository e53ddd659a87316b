// Keys: one letter does one thing, never while typing. A page adds its own with data-key="e" on a button or link.
function typing(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
    && !/^(checkbox|radio|button|submit|range)$/.test(target.type ?? "");
}

const rows = () => [...document.querySelectorAll("[data-row]")].filter(row => row.offsetParent !== null);

function step(by) {
  const all = rows();
  if (all.length === 0) return;
  const at = all.findIndex(row => row.contains(document.activeElement));
  const row = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))];
  const target = row.matches("a, button, [tabindex]") ? row : row.querySelector("a, button, [tabindex]");
  target?.focus();
  row.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function press(key) {
  const row = document.activeElement?.closest("[data-row]");
  const selector = `[data-key="${CSS.escape(key)}"]`;
  const button = row?.querySelector(selector) ?? [...document.querySelectorAll(selector)].find(it => !it.closest("[data-row]"));
  if (!button || button.disabled) return false;
  button.click();
  return true;
}

let pending = "";
let pendingUntil = 0;

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (typing(event.target)) {
    if (event.key === "Escape" && event.target.matches("[data-search]")) event.target.blur();
    return;
  }
  if (document.querySelector("dialog[open]") && event.key !== "?") return;
  if (pending === "g" && Date.now() < pendingUntil) {
    pending = "";
    const link = document.querySelector(`[data-goto="${CSS.escape(event.key)}"]`);
    if (link) { event.preventDefault(); link.click(); }
    return;
  }
  switch (event.key) {
    case "/": {
      const search = document.querySelector("main [data-search]") ?? document.querySelector("[data-search]");
      if (search) { event.preventDefault(); search.focus(); search.select?.(); }
      break;
    }
    case "?": document.getElementById("keys")?.showModal?.(); break;
    case "j": step(1); break;
    case "k": step(-1); break;
    case "g": pending = "g"; pendingUntil = Date.now() + 1500; break;
    default:
      if (event.key.length === 1 && press(event.key)) event.preventDefault();
  }
});
