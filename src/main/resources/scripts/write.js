/* 写条目的页面：边写边存（只给本人），日期边写边看。没有它，页面照样能用。 */
const form = document.querySelector("form[data-write]");
const status = form.querySelector("[data-status]");
const understood = document.getElementById("date-understood");
form.querySelectorAll("[data-scripted=hide]").forEach((button) => (button.hidden = true));

let unsaved = false;
let timer;
let sending;

async function keep() {
  const words = new URLSearchParams(new FormData(form));
  sending?.abort();
  sending = new AbortController();
  try {
    const answer = await fetch(form.dataset.keep, { method: "POST", body: words, signal: sending.signal });
    if (answer.ok) {
      status.textContent = (await answer.json()).words;
      unsaved = false;
    } else {
      status.textContent = answer.status === 403 ? form.dataset.signedOut : form.dataset.away;
    }
  } catch (failure) {
    if (failure.name !== "AbortError") {
      status.textContent = form.dataset.away;
    }
  }
}

async function look() {
  const words = new URLSearchParams();
  for (const name of ["year", "date", "dateYear", "dateMonth", "dateDay"]) {
    words.set(name, form.elements[name].value);
  }
  const answer = await fetch(form.dataset.date + (form.dataset.date.includes("?") ? "&" : "?") + words);
  if (answer.ok) {
    const said = await answer.json();
    understood.textContent = said.words;
    understood.className = said.well ? "field__understood" : "field__mistake";
    if (said.well) {
      form.elements.date.removeAttribute("aria-invalid");
    } else {
      form.elements.date.setAttribute("aria-invalid", "true");
    }
  }
}

form.addEventListener("input", () => {
  unsaved = true;
  clearTimeout(timer);
  timer = setTimeout(keep, 1000);
});
form.addEventListener("change", (change) => {
  if (change.target.name?.startsWith("date")) {
    look().catch(() => (status.textContent = form.dataset.away));
  }
});
form.addEventListener("submit", () => {
  unsaved = false;
  clearTimeout(timer);
  sending?.abort();
});
addEventListener("beforeunload", (leaving) => {
  if (unsaved) {
    leaving.preventDefault();
  }
});
