// Fields are checked when one leaves them, in the browser's words, beside the field. The server checks everything again.
const NOTED = "[data-check] :is(input, select, textarea)";

function show(field, message) {
  const holder = field.closest(".field");
  if (!holder) return;
  let note = holder.querySelector(".field-error");
  if (!message) {
    if (note?.dataset.local) note.remove();
    if (!holder.querySelector(".field-error")) field.removeAttribute("aria-invalid");
    return;
  }
  if (!note) {
    note = document.createElement("p");
    note.className = "field-error";
    note.id = `${field.id}-error`;
    note.dataset.local = "true";
    holder.append(note);
    field.setAttribute("aria-describedby", `${field.getAttribute("aria-describedby") ?? ""} ${note.id}`.trim());
  }
  note.textContent = message;
  field.setAttribute("aria-invalid", "true");
}

document.addEventListener("focusout", event => {
  if (event.target.matches?.(NOTED) && event.target.value) show(event.target, event.target.validationMessage);
});

document.addEventListener("input", event => {
  if (event.target.matches?.(NOTED) && event.target.getAttribute("aria-invalid") === "true") {
    show(event.target, event.target.validationMessage);
  }
});

// Copies a text that would be tedious to select.
document.addEventListener("click", async event => {
  const button = event.target.closest?.("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  button.dataset.done = "true";
  setTimeout(() => delete button.dataset.done, 1500);
});

// A form is sent once: its button says so until the answer comes.
document.addEventListener("submit", event => {
  const button = event.submitter;
  if (event.defaultPrevented || !button || button.closest("form[method=get]")) return;
  setTimeout(() => button.setAttribute("aria-disabled", "true"));
  addEventListener("pageshow", () => button.removeAttribute("aria-disabled"), { once: true });
});
document.addEventListener("click", event => {
  if (event.target.closest?.("[aria-disabled=true]")) event.preventDefault();
}, true);

// Filters apply as they change; without JavaScript their button does it.
document.addEventListener("change", event => {
  const form = event.target.form;
  if (form?.matches("[data-auto-submit]")) form.requestSubmit();
});

// The name of a chosen file, and dropping one anywhere on its field.
document.addEventListener("change", event => {
  if (!event.target.matches?.(".file-drop input[type=file]")) return;
  const name = event.target.closest(".file-drop").querySelector("[data-file-name]");
  if (name) name.textContent = [...event.target.files].map(file => file.name).join(", ");
});
for (const type of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(type, event => {
    const zone = event.target.closest?.(".file-drop");
    if (!zone) return;
    event.preventDefault();
    zone.classList.toggle("is-over", type === "dragover");
    if (type === "drop" && event.dataTransfer.files.length > 0) {
      const input = zone.querySelector("input[type=file]");
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
}

document.querySelector(".error-summary")?.focus();
