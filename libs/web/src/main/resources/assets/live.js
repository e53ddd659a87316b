// Live updates from a cursor.
//
// <body data-live="/live?job=5" data-live-position="123"> asks for what came after position 123, over WebSocket, and
// over polling when that fails twice. Every message is an object with its position in the organization's journal;
// positions have no gaps, so a jump means something was missed and is asked for again. Messages become DOM events
// "crewyard:activity" with the message as detail; type "cursor" only moves the position.
const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;
const POLL_EVERY = 5_000;
const PATIENCE = 3_000;

export class LiveFeed {
  #path; #position; #failures = 0; #socket = null; #stopped = false; #timer = null; #troubledSince = 0;

  constructor(path, position) {
    this.#path = path;
    this.#position = Number(position);
  }

  get position() { return this.#position; }

  start() {
    addEventListener("pagehide", () => this.stop());
    addEventListener("online", () => this.#again(0));
    document.addEventListener("visibilitychange", () => { if (!document.hidden && !this.#socket) this.#again(0); });
    this.#connect();
    return this;
  }

  stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#socket?.close(1000);
  }

  #address(path, scheme) {
    const url = new URL(path, location.href);
    url.searchParams.set("after", String(this.#position));
    if (scheme) url.protocol = location.protocol === "https:" ? "wss:" : "ws:";
    return url;
  }

  #connect() {
    if (this.#stopped || this.#socket) return;
    clearTimeout(this.#timer);
    const socket = new WebSocket(this.#address(this.#path, true));
    this.#socket = socket;
    socket.onopen = () => { this.#failures = 0; this.#calm(); };
    socket.onmessage = event => { if (socket === this.#socket) this.#receive(JSON.parse(event.data)); };
    socket.onclose = () => {
      if (socket !== this.#socket) return;
      this.#socket = null;
      this.#failures++;
      this.#trouble();
      if (this.#failures >= 2) this.#poll(); else this.#again(this.#wait());
    };
  }

  // Exponential, with full jitter, so that a restarted server is not met by everybody at once.
  #wait() {
    return Math.random() * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#failures) + 100;
  }

  #again(wait) {
    if (this.#stopped || this.#socket) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#connect(), wait);
  }

  async #poll() {
    if (this.#stopped || this.#socket) return;
    const url = this.#address(this.#path);
    url.pathname += "/poll";
    try {
      const answer = await fetch(url, { headers: { Accept: "application/json" } });
      if (answer.status === 401 || answer.status === 403) return this.stop();
      if (!answer.ok) throw new Error(`polling answered ${answer.status}`);
      for (const message of await answer.json()) this.#take(message);
      this.#calm();
      this.#polls = (this.#polls ?? 0) + 1;
      // Every so often the better way is tried again.
      const next = this.#polls % 12 === 0 ? () => this.#connect() : () => this.#poll();
      this.#timer = setTimeout(next, POLL_EVERY);
    } catch {
      this.#failures++;
      this.#trouble();
      this.#timer = setTimeout(() => this.#poll(), this.#wait());
    }
  }
  #polls = 0;

  // Over the socket a jump means loss, so it is asked for again: once, lest a server that skips keeps us asking.
  #receive(message) {
    const jump = message.position > this.#position + 1 && message.type !== "cursor";
    if (jump && this.#askedAgainAt !== this.#position) {
      this.#askedAgainAt = this.#position;
      const socket = this.#socket;
      this.#socket = null;
      socket?.close(1000);
      this.#again(0);
      return;
    }
    this.#take(message);
  }
  #askedAgainAt = -1;

  #take(message) {
    if (!(message.position > this.#position)) return;
    this.#position = message.position;
    if (message.type === "cursor") return;
    document.dispatchEvent(new CustomEvent("crewyard:activity", { detail: message }));
  }

  #trouble() {
    this.#troubledSince ||= Date.now();
    setTimeout(() => {
      if (this.#troubledSince && Date.now() - this.#troubledSince >= PATIENCE) document.body.dataset.connection = "lost";
    }, PATIENCE + 50);
  }

  #calm() {
    this.#troubledSince = 0;
    delete document.body.dataset.connection;
  }
}

const { live, livePosition } = document.body.dataset;
if (live) new LiveFeed(live, livePosition ?? 0).start();
