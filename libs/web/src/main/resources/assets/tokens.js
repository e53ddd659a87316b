// A field of comma-separated words as chips with suggestions. Without this script it is the plain field.
import { announce } from "./announce.js";

function enhance(holder) {
  const plain = holder.querySelector("input");
  const words = plain.value.split(",").map(word => word.trim()).filter(Boolean);
  const box = document.createElement("div");
  box.className = "tokens";
  const entry = document.createElement("input");
  entry.type = "text";
  entry.id = plain.id;
  entry.setAttribute("list", `${plain.id}-suggestions`);
  entry.autocomplete = "off";
  for (const name of ["aria-describedby", "aria-invalid"]) {
    if (plain.hasAttribute(name)) entry.setAttribute(name, plain.getAttribute(name));
  }
  const options = document.createElement("datalist");
  options.id = `${plain.id}-suggestions`;
  plain.type = "hidden";
  plain.removeAttribute("id");
  plain.after(box);
  box.append(entry, options);

  function draw() {
    box.querySelectorAll(".chip").forEach(chip => chip.remove());
    words.forEach((word, at) => {
      const chip = document.createElement("span");
      chip.className = "chip";
      chip.textContent = word;
      const remove = document.createElement("button");
      remove.type = "button";
      remove.textContent = "×";
      remove.setAttribute("aria-label", `− ${word}`);
      remove.addEventListener("click", () => { words.splice(at, 1); draw(); entry.focus(); });
      chip.append(remove);
      entry.before(chip);
    });
    plain.value = words.join(", ");
  }

  function take(text) {
    for (const word of text.split(",").map(part => part.trim()).filter(Boolean)) {
      if (!words.some(known => known.toLowerCase() === word.toLowerCase())) { words.push(word); announce(word); }
    }
    entry.value = "";
    draw();
  }

  let timer;
  entry.addEventListener("input", () => {
    if ([...options.options].some(option => option.value === entry.value)) return take(entry.value);
    if (entry.value.includes(",")) return take(entry.value);
    clearTimeout(timer);
    const asked = entry.value.trim();
    if (asked.length < 1) return;
    timer = setTimeout(async () => {
      const answer = await fetch(`${holder.dataset.tokens}?q=${encodeURIComponent(asked)}`);
      if (!answer.ok || entry.value.trim() !== asked) return;
      options.replaceChildren(...(await answer.json()).map(label => new Option("", label)));
    }, 150);
  });
  entry.addEventListener("keydown", event => {
    if (event.key === "Enter" && entry.value.trim()) { event.preventDefault(); take(entry.value); }
    if (event.key === "Backspace" && !entry.value && words.length > 0) { words.pop(); draw(); }
  });
  entry.addEventListener("blur", () => take(entry.value));
  box.addEventListener("click", event => { if (event.target === box) entry.focus(); });
  // Buttons elsewhere that offer a word for this field.
  document.addEventListener("click", event => {
    const offer = event.target.closest("[data-token-for]");
    if (offer?.dataset.tokenFor === plain.name) { take(offer.dataset.token); offer.remove(); }
  });
  draw();
}

document.querySelectorAll("[data-tokens]").forEach(enhance);
