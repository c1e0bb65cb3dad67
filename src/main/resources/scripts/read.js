/* Reads the page aloud with the device's own Chinese voice and marks the sentence being read. Without this script the page works as well, and says
   after the text that it cannot be read aloud here. */
const box = document.querySelector("[data-aloud]");
const none = document.querySelector(".aloud__none");
const words = box.dataset;
const [controls, status] = box.children;
const [go, stop] = controls.querySelectorAll("button");
const speed = controls.querySelector("select");
const begin = go.textContent;
const speech = window.speechSynthesis;

let voice;
let sentences;
let at = 0;
let saying;

function find() {
  const own = (speech ? speech.getVoices() : []).filter((each) => each.localService && /^(zh|cmn)(?!.(hk|mo))/i.test(each.lang));
  voice = own.find((each) => /^(zh|cmn).(cn|hans)/i.test(each.lang)) || own[0];
  return voice;
}

function show() {
  box.hidden = !find();
  none.hidden = !!voice;
  if (!voice && !/MicroMessenger/i.test(navigator.userAgent)) {
    none.textContent = none.dataset.voiceless;
  }
}

/* Splits the text into sentences; a sentence is some neighbouring spans. */
function split() {
  const all = [];
  let last;
  for (const text of document.querySelectorAll("[data-aloud-text]")) {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) {
      nodes.push(walker.currentNode);
    }
    for (const node of nodes.filter((each) => each.data.trim())) {
      const block = node.parentElement.closest("h1, p, li");
      for (const piece of node.data.match(/[^。！？]+[。！？]*[”』」）]*|[。！？”』」）]+/g)) {
        const span = document.createElement("span");
        span.textContent = piece;
        node.before(span);
        if (block !== last || all.length === 0) {
          all.push([]);
        }
        last = /[。！？][”』」）]*$/.test(piece) ? undefined : block;
        all[all.length - 1].push(span);
      }
      node.remove();
    }
  }
  return all;
}

function mark(on) {
  const sentence = sentences[at] || [];
  sentence.forEach((span) => span.classList.toggle("aloud__now", on));
  if (on) {
    sentence[0].scrollIntoView({ block: "nearest" });
  }
}

function rest(label, said) {
  saying = undefined;
  speech.cancel();
  go.textContent = label;
  status.textContent = said;
}

function end(said) {
  mark(false);
  at = 0;
  stop.disabled = true;
  rest(begin, said);
}

function say() {
  if (at === sentences.length) {
    end(words.read);
    return;
  }
  mark(true);
  const utterance = new SpeechSynthesisUtterance(sentences[at].map((span) => span.textContent).join(""));
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = Number(speed.value);
  utterance.onend = () => {
    if (saying === utterance) {
      mark(false);
      at++;
      say();
    }
  };
  utterance.onerror = () => saying === utterance && end(words.failed);
  saying = utterance;
  speech.speak(utterance);
}

go.addEventListener("click", () => {
  if (saying) {
    rest(words.goOn, words.paused);
    return;
  }
  sentences = sentences || split();
  go.textContent = words.pause;
  stop.disabled = false;
  for (const more of [stop, speed.parentElement]) {
    more.hidden = false;
  }
  status.textContent = words.now;
  say();
});
stop.addEventListener("click", () => {
  go.focus();
  end(words.stopped);
});
speed.addEventListener("change", () => {
  if (saying) {
    saying = undefined;
    speech.cancel();
    say();
  }
});
addEventListener("pagehide", () => sentences && end(""));

if (find() || !speech) {
  show();
} else {
  if (speech.addEventListener) {
    speech.addEventListener("voiceschanged", () => saying || show());
  }
  setTimeout(() => box.hidden && show(), 2000);
}
