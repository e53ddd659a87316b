// A slider speaks only once it was moved, so that the needs decide about the others.
document.addEventListener(
  "input",
  (event) => {
    const slider = event.target;
    if (!(slider instanceof HTMLInputElement) || slider.type !== "range") {
      return;
    }
    slider.name = slider.dataset.name;
    slider.parentElement.querySelector("output").value = slider.value;
  },
  true,
);
