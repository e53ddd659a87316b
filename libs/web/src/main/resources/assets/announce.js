// Says something to people who listen to the page rather than look at it.
export function announce(text) {
  const region = document.getElementById("announcer");
  if (!region) return;
  region.textContent = "";
  requestAnimationFrame(() => { region.textContent = text; });
}

// Shows a sentence at the edge of the page for as long as it takes to read, and says it.
export function toast(text, kind = "info") {
  const rack = document.getElementById("toasts");
  if (!rack) return;
  const note = document.createElement("div");
  note.className = `toast toast-${kind}`;
  note.textContent = text;
  rack.append(note);
  setTimeout(() => note.remove(), Math.max(4000, text.length * 80));
}

document.addEventListener("crewyard:announce", event => announce(event.detail));
document.addEventListener("crewyard:toast", event => toast(event.detail.text, event.detail.kind));
