// Log lines over a WebSocket, from a cursor: a connection that drops is opened again where it ended. The view stays at the
// end only when it is there already.
const FIRST_WAIT = 300;
const LONGEST_WAIT = 15_000;
const MOST_LINES = 10_000;
const NEAR = 24;

class LogView {
  #box; #state; #filter; #end; #cursor = ""; #failures = 0; #socket = null; #stopped = false; #lines = 0;

  constructor(box) {
    this.#box = box;
    this.#state = document.getElementById("log-state");
    this.#filter = document.getElementById("log-filter");
    this.#end = document.getElementById("log-end");
    this.#filter.addEventListener("input", () => this.#sift());
    this.#filter.form.addEventListener("submit", event => event.preventDefault());
    this.#end.addEventListener("click", () => { this.#toEnd(); box.focus(); });
    box.addEventListener("scroll", () => { this.#end.hidden = this.#atEnd(); }, { passive: true });
    addEventListener("pagehide", () => { this.#stopped = true; this.#socket?.close(1000); });
    addEventListener("online", () => this.#connect());
    this.#connect();
  }

  #connect() {
    if (this.#stopped || this.#socket) return;
    const url = new URL(this.#box.dataset.stream, location.href);
    url.protocol = location.protocol === "https:" ? "wss:" : "ws:";
    if (this.#cursor) url.searchParams.set("cursor", this.#cursor);
    const socket = new WebSocket(url);
    this.#socket = socket;
    socket.onopen = () => { this.#failures = 0; this.#say(this.#box.dataset.live); };
    socket.onmessage = event => this.#take(JSON.parse(event.data));
    socket.onclose = event => {
      this.#socket = null;
      if (this.#stopped) return;
      if (event.code === 1008) { this.#say(this.#box.dataset.gone); return; }
      this.#failures++;
      this.#say(this.#box.dataset.reconnecting);
      setTimeout(() => this.#connect(), Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#failures) * (0.5 + Math.random() / 2));
    };
  }

  #take({ lines, cursor }) {
    const follow = this.#atEnd();
    const fragment = document.createDocumentFragment();
    for (const { instance, text } of lines) fragment.append(this.#line(instance, text));
    this.#box.append(fragment);
    this.#lines += lines.length;
    for (; this.#lines > MOST_LINES; this.#lines--) this.#box.firstElementChild.remove();
    if (cursor) this.#cursor = cursor;
    if (follow) this.#toEnd(); else this.#end.hidden = false;
  }

  #line(instance, text) {
    const line = document.createElement("p");
    line.className = "log-line";
    const name = document.createElement("span");
    name.className = `log-instance slot-${instance.startsWith("green") ? "green" : "blue"}`;
    name.textContent = instance;
    const words = document.createElement("span");
    words.className = "log-text";
    words.textContent = text;
    line.append(name, words);
    line.hidden = !this.#wanted(line);
    return line;
  }

  #wanted(line) {
    const wanted = this.#filter.value.trim().toLowerCase();
    return !wanted || line.textContent.toLowerCase().includes(wanted);
  }

  #sift() {
    for (const line of this.#box.querySelectorAll(".log-line")) line.hidden = !this.#wanted(line);
    this.#toEnd();
  }

  #atEnd() { return this.#box.scrollHeight - this.#box.scrollTop - this.#box.clientHeight < NEAR; }

  #toEnd() { this.#box.scrollTop = this.#box.scrollHeight; this.#end.hidden = true; }

  #say(text) { if (this.#state.textContent !== text) this.#state.textContent = text; }
}

const box = document.querySelector("[data-stream]");
if (box) new LogView(box);
