// Lists whose entries are added, removed and put in order before the whole is sent.
const list = () => document.querySelector("[data-rows]");

document.addEventListener("click", event => {
  const button = event.target.closest?.("button");
  if (!button) return;
  const row = button.closest(".row-item");
  if (button.dataset.rowsAdd) {
    const fresh = document.getElementById(button.dataset.rowsAdd).content.cloneNode(true).firstElementChild;
    const rows = list();
    if ("rowsBeforeLast" in button.dataset && rows.lastElementChild) rows.lastElementChild.before(fresh);
    else rows.append(fresh);
    shape(fresh);
    fresh.querySelector("input:not([type=hidden])").focus();
  } else if ("rowRemove" in button.dataset) {
    const next = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    next?.querySelector("input:not([type=hidden])")?.focus();
  } else if ("rowUp" in button.dataset) {
    row.previousElementSibling?.before(row);
    button.focus();
  } else if ("rowDown" in button.dataset) {
    row.nextElementSibling?.after(row);
    button.focus();
  }
});

// Choices are only asked for where an answer is chosen.
function shape(row) {
  const kind = row.querySelector("[data-kind]");
  if (kind) row.querySelector(".question-options").hidden = !kind.value.endsWith("_select");
}
document.addEventListener("change", event => {
  if (event.target.matches?.("[data-kind]")) shape(event.target.closest(".row-item"));
});
document.querySelectorAll(".row-item").forEach(shape);
