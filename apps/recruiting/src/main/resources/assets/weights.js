// Says the number of each slider beside it while it moves.
document.addEventListener("input", (event) => {
  const slider = event.target;
  if (slider instanceof HTMLInputElement && "weight" in slider.dataset) {
    slider.parentElement.querySelector("output").value = slider.value;
  }
});
