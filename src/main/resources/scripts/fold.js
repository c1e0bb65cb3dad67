/* Opens the filter on wide screens, when it is jumped to, and whatever is folded on paper. Without this script a press opens it. */
const filter = document.querySelector(".fold--wide");
const folds = document.querySelectorAll(".fold");

function jump() {
  if (filter && location.hash === "#filters") {
    filter.open = true;
  }
}

if (filter) {
  filter.open = matchMedia("(min-width: 48rem)").matches && !/\blarge\b/.test(document.documentElement.dataset.reading);
  filter.classList.add("fold--set");
}
jump();
addEventListener("hashchange", jump);
addEventListener("beforeprint", () => folds.forEach((fold) => (fold.open = true)));
