// A region with data-follow="1000" shows what is true now: it is asked for anew every so many milliseconds, while somebody
// looks, and only what differs is changed, so that focus, selection and open menus stay. data-says is announced when it
// changes. A dropped connection is said and mended by asking on.
const PATIENCE = 3_000;
const LONGEST_WAIT = 15_000;

class Follower {
  #region; #every; #timer = null; #failures = 0; #lostSince = 0; #asking = null; #text = "";

  constructor(region) {
    this.#region = region;
    this.#every = Number(region.dataset.follow);
    document.addEventListener("visibilitychange", () => { if (!document.hidden) this.#ask(); });
    addEventListener("online", () => this.#ask());
    addEventListener("pagehide", () => { clearTimeout(this.#timer); this.#asking?.abort(); });
    this.#later(this.#every);
  }

  #later(wait) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), wait);
  }

  async #ask() {
    if (document.hidden) return this.#later(this.#every);
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#asking = new AbortController();
    const signal = AbortSignal.any([this.#asking.signal, AbortSignal.timeout(10_000)]);
    try {
      const answer = await fetch(location.href, { headers: { "X-Follow": this.#region.id }, signal });
      if (answer.status === 401) return location.reload();
      if (answer.status >= 500) throw new Error(`the console answered ${answer.status}`);
      const text = await answer.text();
      this.#calm();
      if (text !== this.#text) this.#show(text);
      this.#text = text;
      this.#later(this.#every);
    } catch (failure) {
      if (this.#asking.signal.aborted && failure.name === "AbortError") return;
      this.#failures++;
      this.#lostSince ||= Date.now();
      if (Date.now() - this.#lostSince >= PATIENCE) document.body.dataset.connection = "lost";
      this.#later(Math.min(LONGEST_WAIT, this.#every * 2 ** Math.min(this.#failures, 4) * (0.5 + Math.random() / 2)));
    }
  }

  #show(text) {
    const fresh = new DOMParser().parseFromString(text, "text/html").getElementById(this.#region.id);
    if (!fresh) return location.reload();
    const said = this.#region.dataset.says;
    morph(this.#region, fresh);
    this.#every = Number(this.#region.dataset.follow);
    if (this.#region.dataset.says && this.#region.dataset.says !== said) {
      document.dispatchEvent(new CustomEvent("crewyard:announce", { detail: this.#region.dataset.says }));
    }
  }

  #calm() {
    this.#failures = 0;
    this.#lostSince = 0;
    delete document.body.dataset.connection;
  }
}

// Makes an element like another with the fewest changes; children are matched by id, else by place.
function morph(from, to) {
  for (const { name } of [...from.attributes]) {
    if (!to.hasAttribute(name) && !(from.tagName === "DETAILS" && name === "open")) from.removeAttribute(name);
  }
  for (const { name, value } of [...to.attributes]) {
    if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  }
  let at = from.firstChild;
  for (const wanted of [...to.childNodes]) {
    const match = wanted.id ? [...from.children].find(child => child.id === wanted.id) : at;
    if (match && isLike(match, wanted)) {
      if (match !== at) from.insertBefore(match, at);
      if (match.nodeType === Node.ELEMENT_NODE) {
        if (!match.isEqualNode(wanted)) morph(match, wanted);
      } else if (match.nodeValue !== wanted.nodeValue) {
        match.nodeValue = wanted.nodeValue;
      }
      at = match.nextSibling;
    } else {
      from.insertBefore(document.importNode(wanted, true), at);
    }
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

function isLike(one, other) {
  return one.nodeType === other.nodeType && one.nodeName === other.nodeName && (one.id ?? "") === (other.id ?? "");
}

for (const region of document.querySelectorAll("[data-follow]")) new Follower(region);
