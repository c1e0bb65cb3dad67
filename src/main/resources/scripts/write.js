/* Forms of staff: what is typed stays on this computer until it has arrived; where the server does not answer, the page stays and sends it once it
   is back. The form of an entry is also kept while somebody writes (for them alone), and its date explained. Without this script the page works as
   well. */
const account = document.body.dataset.account;
const words = document.querySelector("script[data-away]").dataset;
const probe = "/admin/entries/date";
const patience = 8000;
const pause = 5000;
const week = 7 * 24 * 3600 * 1000;

const clock = (when) => new Date(when).toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: "Asia/Shanghai" });
const ours = () => Object.keys(localStorage).filter((key) => key.startsWith("unsent "));
const read = (key) => JSON.parse(localStorage.getItem(key));

/* Where the browser does not allow storing, the text is on this page alone, as without this script. */
function stored(action) {
  try {
    return action();
  } catch (refused) {
    console.warn(refused);
    return undefined;
  }
}

/* Removes what is older than seven days, and what the server says is done; where this page is its answer, the text is on the page, which goes on
   keeping it. */
async function sweep() {
  const drop = (keys) => keys.forEach((key) => localStorage.removeItem(key));
  drop(ours().filter((key) => read(key).at < Date.now() - week));
  const answered = ours().filter((key) => words.answered && read(key).form === words.answered);
  if (answered.length > 0) {
    const paths = answered.map((key) => key.split(" ")[2]);
    drop(answered);
    watched.filter((form) => paths.includes(form.path)).forEach((form) => form.remember(false));
  }
  const sent = ours().filter((key) => key.startsWith(`unsent ${account} `));
  if (sent.length > 0) {
    const asked = new URLSearchParams(sent.map((key) => ["form", read(key).form || ""]));
    const answer = await fetch("/admin/forms/made?" + asked);
    const made = answer.ok ? await answer.json() : [];
    drop(sent.filter((key) => read(key).sent && made.includes(read(key).form)));
  }
}

const typable = (field) => field.name && !["hidden", "password", "file", "submit", "button"].includes(field.type);
const carried = (field) => field.type === "hidden" && field.name && !field.name.startsWith("_");
const chosen = (field) => !["radio", "checkbox"].includes(field.type) || field.checked;

function typed(form) {
  return [...form.elements].filter((field) => typable(field) && chosen(field)).map((field) => [field.name, field.value]);
}

function fill(form, kept) {
  for (const field of form.elements) {
    if (typable(field) && ["radio", "checkbox"].includes(field.type)) {
      field.checked = kept.fields.some(([name, value]) => name === field.name && value === field.value);
    } else if (typable(field)) {
      field.value = (kept.fields.find(([name]) => name === field.name) || [field.name, field.value])[1];
    } else if (carried(field) && field.name in kept.hidden) {
      field.value = kept.hidden[field.name];
    }
  }
}

/* Whether the server is there. It is asked at the very moment of the press, without waiting: otherwise the press would no longer be the person's
   own. */
function away() {
  try {
    const asked = new XMLHttpRequest();
    asked.open("GET", probe, false);
    asked.send();
    return [502, 503, 504].includes(asked.status);
  } catch (unreachable) {
    return true;
  }
}

function watch(form) {
  const page = crypto.getRandomValues(new Uint32Array(2)).join("");
  const path = new URL(form.action, location).pathname;
  const key = `unsent ${account} ${path} ${page}`;
  let status = form.querySelector("[data-status]");
  const aloud = status && line("unseen", "status");
  let kind = "";
  let unsaved = false;
  let since;
  let timer;
  let sending;
  let button;
  let pressed;

  function line(name, role) {
    const paragraph = document.createElement("p");
    paragraph.className = name;
    paragraph.setAttribute("role", role);
    (form.querySelector(".form__end") || form).prepend(paragraph);
    return paragraph;
  }

  /* What is seen changes at any time; what is read out only when the situation changes, and is removed after that, so that nobody hears it twice. */
  function say(what, text) {
    status = status || line("field__note", "alert");
    status.textContent = text;
    if (aloud && what !== kind && what !== "typing") {
      aloud.textContent = text;
      setTimeout(() => (aloud.textContent = ""), 3000);
      kind = what;
    }
  }

  function wait(next) {
    since = since || Date.now();
    say("away", words.since.replace("{0}", clock(since)) + words.away);
    timer = setTimeout(next, pause);
  }

  /* sent: it was pressed, and the server is there; what is typed after that does not count. */
  function remember(sent) {
    if (typed(form).length === 0) {
      return;
    }
    const hidden = {};
    [...form.elements].filter(carried).forEach((field) => (hidden[field.name] = field.value));
    const mine = form.elements._form && form.elements._form.value;
    stored(() => localStorage.setItem(key, JSON.stringify({ at: Date.now(), sent, form: mine, hidden, fields: typed(form) })));
  }

  function stop() {
    if (sending) {
      sending.abort();
    }
  }

  async function keep() {
    stop();
    const mine = (sending = new AbortController());
    let late = false;
    const patient = setTimeout(() => {
      late = true;
      mine.abort();
    }, patience);
    const said = JSON.stringify(typed(form));
    try {
      const answer = await fetch(form.dataset.keep, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        signal: mine.signal,
      });
      if (answer.ok) {
        say("kept", (await answer.json()).words);
        since = undefined;
        /* Something was typed while the answer was awaited: that has not arrived yet. */
        if (said === JSON.stringify(typed(form))) {
          unsaved = false;
          stored(() => localStorage.removeItem(key));
        }
      } else if (answer.status === 403) {
        say("out", words.signedOut);
      } else if (answer.status === 409) {
        say("other", (await answer.json()).detail);
      } else {
        wait(keep);
      }
    } catch (failure) {
      if (late || failure.name !== "AbortError") {
        wait(keep);
      }
    } finally {
      clearTimeout(patient);
    }
  }

  /* Somebody has pressed once; when the server is back, it is pressed for them. */
  function send() {
    if (away()) {
      wait(send);
    } else {
      pressed.click();
    }
  }

  form.addEventListener("input", () => {
    unsaved = true;
    remember(false);
    if (form.dataset.keep && pressed === undefined) {
      if (!["away", "out", "other"].includes(kind)) {
        say("typing", words.notSaved);
      }
      clearTimeout(timer);
      timer = setTimeout(keep, 1000);
    }
  });
  /* The button that it is sent with; Enter in a field counts as the first one. */
  form.addEventListener("click", (click) => {
    button = click.target.closest("button:not([type=button])") || button;
  });
  form.addEventListener("submit", (press) => {
    clearTimeout(timer);
    stop();
    const alone = away();
    remember(!alone);
    if (alone) {
      press.preventDefault();
      pressed = button || form.querySelector("button:not([type=button])");
      wait(send);
    } else {
      unsaved = false;
    }
  });
  if (form.dataset.keep) {
    addEventListener("beforeunload", (leaving) => {
      if (unsaved) {
        leaving.preventDefault();
        leaving.returnValue = true;
      }
    });
  }
  return { path, remember };
}

/* Asks whether to put back what did not arrive the last time; not where it is the same as on the page. */
function offer(form) {
  const path = new URL(form.action, location).pathname;
  const same = (kept) => JSON.stringify(kept.fields) === JSON.stringify(typed(form));
  const left = stored(() =>
    ours().filter((key) => key.startsWith(`unsent ${account} ${path} `) && !same(read(key))),
  );
  for (const key of left || []) {
    const notice = document.createElement("div");
    notice.className = "notice";
    notice.setAttribute("role", "status");
    const text = document.createElement("p");
    text.textContent = words.offer.replace("{0}", clock(read(key).at));
    const ways = document.createElement("p");
    ways.className = "staff__ways";
    for (const [label, put] of [[words.putBack, true], [words.drop, false]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button";
      button.textContent = label;
      button.addEventListener("click", () => {
        if (put) {
          fill(form, read(key));
        }
        localStorage.removeItem(key);
        notice.remove();
        if (put) {
          form.dispatchEvent(new Event("input"));
          const first = [...form.elements].find(typable);
          if (first) {
            first.focus();
          }
        }
      });
      ways.append(button, " ");
    }
    notice.append(text, ways);
    form.prepend(notice);
  }
}

const forms = document.querySelectorAll("main form[method=post]");
const watched = [...forms].map(watch);
Promise.resolve(stored(sweep))
  .catch(console.warn)
  .then(() => forms.forEach(offer));

/* Writing an entry. What stands beside its fields is made new a moment after the last key, by the same page: it is asked for without saving. */
const writing = document.querySelector("form[data-write]");
if (writing) {
  let asking;
  let pausing;

  writing.querySelectorAll("[data-scripted]").forEach((each) => (each.hidden = each.dataset.scripted === "hide"));
  writing.querySelector("[data-wide]").open = matchMedia("(min-width: 60rem)").matches;

  /* Leaves alone what somebody is in, unless they asked for just that. */
  function show(page, asked) {
    for (const part of writing.querySelectorAll(`[data-live=""], [data-live="${asked}"]`)) {
      const fresh = page.getElementById(part.id);
      if (fresh && (part.dataset.live === asked || !part.contains(document.activeElement))) {
        if (part.innerHTML !== fresh.innerHTML) {
          part.innerHTML = fresh.innerHTML;
        }
        part.hidden = fresh.hidden;
        part.className = fresh.className;
      }
    }
    const wrong = page.getElementById("date").getAttribute("aria-invalid");
    if (wrong) {
      writing.elements.date.setAttribute("aria-invalid", wrong);
    } else {
      writing.elements.date.removeAttribute("aria-invalid");
    }
    const more = document.getElementById("more");
    more.open = more.open || page.getElementById("more").open;
  }

  /* asked: the part that is made new as well; button: what is pressed, a look at the form unless said. */
  async function look(asked, button) {
    clearTimeout(pausing);
    if (asking) {
      asking.abort();
    }
    asking = new AbortController();
    const said = new URLSearchParams(new FormData(writing));
    said.delete("_form");
    said.append(button ? button.name : "then", button ? button.value : "look");
    const answer = await fetch(writing.action, { method: "POST", body: said, signal: asking.signal });
    if (answer.status === 200 || answer.status === 422) {
      show(new DOMParser().parseFromString(await answer.text(), "text/html"), asked);
      return true;
    }
    return false;
  }

  async function changeSubjects(button) {
    if (await look("subjects", button)) {
      writing.querySelector("[data-add]").focus();
      writing.dispatchEvent(new Event("input"));
    }
  }

  const warn = (failure) => failure.name === "AbortError" || console.warn(failure);
  writing.addEventListener("input", () => {
    clearTimeout(pausing);
    pausing = setTimeout(() => look().catch(warn), 1200);
  });
  writing.addEventListener("change", (change) => {
    if (change.target.name === "year") {
      look("year").catch(warn);
    } else if ((change.target.name || "").startsWith("date")) {
      look().catch(warn);
    }
  });
  writing.addEventListener("submit", () => {
    clearTimeout(pausing);
    if (asking) {
      asking.abort();
    }
  });
  writing.addEventListener(
    "click",
    (press) => {
      const button = press.target.closest("#subjects button");
      if (button) {
        press.preventDefault();
        press.stopPropagation();
        changeSubjects(button).catch(warn);
      }
    },
    true,
  );
  writing.addEventListener("keydown", (press) => {
    if (press.key === "Enter" && !press.ctrlKey && !press.metaKey && !press.isComposing && press.target.matches("[data-add]") && press.target.value) {
      press.preventDefault();
      changeSubjects().catch(warn);
    }
  });

  /* Ctrl+S saves, and comes back to the same place; Ctrl+Enter goes on to the next entry. */
  const place = "place";
  document.addEventListener("keydown", (press) => {
    const button = (press.ctrlKey || press.metaKey) && !press.altKey && writing.querySelector(`button[data-key="${press.key}"]`);
    if (button) {
      press.preventDefault();
      const field = document.activeElement;
      if (press.key === "s" && field.form === writing) {
        stored(() => sessionStorage.setItem(place, JSON.stringify([field.name, field.selectionStart])));
      }
      button.click();
    }
  });
  stored(() => {
    const [name, caret] = JSON.parse(sessionStorage.getItem(place)) || [];
    const field = name && document.querySelector("[data-saved]") && writing.elements[name];
    sessionStorage.removeItem(place);
    if (field && field.focus) {
      field.focus();
      if (typeof caret === "number") {
        field.setSelectionRange(caret, caret);
      }
    }
  });
}
document.querySelectorAll("[name^='merged[']").forEach((field) =>
  field.addEventListener("input", () => {
    const merged = field.closest("fieldset").querySelector("[value=MERGED]");
    merged.checked = true;
  }),
);
