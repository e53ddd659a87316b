// A slider speaks only once it was moved, so that the needs decide about the others; those follow the needs.
const untouched = (root) => root.querySelectorAll('[data-needs] input[type="range"]:not([data-moved])');

function show(slider) {
  slider.parentElement.querySelector("output").value = slider.value;
}

for (const slider of untouched(document)) {
  slider.dataset.name = slider.name;
  slider.removeAttribute("name");
}

document.addEventListener(
  "input",
  (event) => {
    const slider = event.target;
    if (!(slider instanceof HTMLInputElement) || slider.type !== "range") {
      return;
    }
    slider.dataset.moved = "true";
    slider.name ||= slider.dataset.name;
    show(slider);
  },
  true,
);

document.addEventListener("htmx:afterSwap", () => {
  for (const slider of untouched(document)) {
    const weight = document.querySelector(`[data-weight="${slider.id}"]`);
    if (weight) {
      slider.value = weight.value;
      document.getElementById(`${slider.id}-why`).textContent = weight.textContent;
      show(slider);
    }
  }
});
