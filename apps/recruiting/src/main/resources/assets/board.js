// The board: cards are dragged, or moved by a button or a key; the server decides, and what others do appears by itself.
import { announce, toast } from "./announce.js";

const board = () => document.getElementById("board");
const path = location.pathname;
const headers = JSON.parse(document.body.getAttribute("hx-headers") ?? "{}");
const card = id => document.getElementById(`card-${id}`);
const nameOf = element => element.querySelector(".board-name").textContent;
// The words stand on the board, in the reader's language, with names in brackets for what is not known before.
const say = (key, values = {}) => (board().dataset[key] ?? "").replace(/\[(\w+)\]/g, (_, name) => values[name] ?? "");
const listOf = stage => board().querySelector(`.board-cards[data-stage="${stage}"]`);
const stageName = stage => document.getElementById(`stage-${stage}`)?.querySelector(".board-stage-name").textContent ?? "";

// What changes while somebody drags or has a dialog open waits until they are done.
let busy = 0;
const waiting = new Set();
const MANY = 12;

async function ask(what, values) {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const each of [value].flat()) if (each !== undefined && each !== "") body.append(name, each);
  }
  const answer = await fetch(`/board/${what}`, { method: "POST", body, headers: { ...headers, Accept: "application/json" } });
  const result = await answer.json().catch(() => ({}));
  return { ok: answer.ok, conflict: answer.status === 409, message: result.message ?? result.detail, ...result };
}

// --- what the server says is drawn ---

async function refresh(id) {
  const query = new URLSearchParams(location.search);
  const answer = await fetch(`${path}/cards/${id}?${query}`, { headers: { "HX-Request": "true" } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = fresh.querySelector(".board-card");
  const before = card(id);
  const moved = before && now && before.closest(".board-cards")?.dataset.stage !== now.dataset.stage;
  const focused = before?.contains(document.activeElement) ?? false;
  const picked = before?.querySelector(".board-pick")?.checked ?? false;
  before?.remove();
  if (now) {
    place(document.adoptNode(now));
    if (picked && now.querySelector(".board-pick")) now.querySelector(".board-pick").checked = true;
    if (moved || !before) now.classList.add("arrived");
    if (focused) now.querySelector(".board-name")?.focus();
  }
  for (const section of board().querySelectorAll(".board-column")) {
    const count = fresh.querySelector(`.board-count-now[data-stage="${section.dataset.stage}"]`)?.getAttribute("value") ?? "0";
    section.querySelector(".board-count").textContent = Number(count).toLocaleString(document.documentElement.lang);
  }
}

const KEYS = {
  newest: element => [-Number(element.dataset.entered), -Number(element.dataset.application)],
  oldest: element => [Number(element.dataset.entered), Number(element.dataset.application)],
  best: element => [-Number(element.dataset.score), -Number(element.dataset.application)],
};

function place(fresh) {
  const list = listOf(fresh.dataset.stage);
  if (!list) return;
  const key = KEYS[board().dataset.order] ?? KEYS.newest;
  const own = key(fresh);
  const next = [...list.querySelectorAll(".board-card")].find(other => {
    const theirs = key(other);
    return own[0] < theirs[0] || (own[0] === theirs[0] && own[1] < theirs[1]);
  });
  const more = list.querySelector(".board-more");
  if (next) next.before(fresh);
  else if (!more) list.append(fresh);
}

async function refreshAll() {
  const answer = await fetch(`${path}/columns${location.search}`, { headers: { "HX-Request": "true" } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("board");
  const scroll = board().scrollLeft;
  board().replaceWith(document.adoptNode(fresh));
  window.htmx?.process(board());
  board().scrollLeft = scroll;
  sortable();
  count();
}

async function settle() {
  if (busy > 0 || waiting.size === 0) return;
  const ids = [...waiting];
  waiting.clear();
  if (ids.length > MANY) await refreshAll();
  else for (const id of ids) await refresh(id);
}

let timer = 0;
function soon(id) {
  waiting.add(id);
  clearTimeout(timer);
  timer = setTimeout(settle, 40);
}

document.addEventListener("crewyard:activity", event => {
  const { type, application_id: id, actor, data } = event.detail;
  if (type === "reset") { refreshAll(); return; }
  if (!id || !type.startsWith("application.")) return;
  soon(id);
  const element = card(id);
  if (element && type === "application.moved" && Number(element.dataset.version) >= 0 && !mine.delete(id)) {
    announce(say("moved", { actor, name: nameOf(element), stage: stageName(data.to_stage) }));
  }
});

// --- what the person does ---

const mine = new Set();

async function move(ids, stage) {
  const elements = ids.map(card).filter(Boolean);
  const single = ids.length === 1 ? elements[0] : undefined;
  ids.forEach(id => mine.add(Number(id)));
  const result = await ask("moves", { application: ids, version: single?.dataset.version, stage });
  await after(result, ids, single
    ? say("placed", { name: nameOf(single), stage: stageName(stage) })
    : say("several", { count: result.changed?.length ?? 0, stage: stageName(stage) }));
}

async function after(result, ids, success) {
  if (!result.ok) toast(result.message ?? document.body.dataset.failed, "error");
  else if (result.message) toast(result.message, "warning");
  if (ids.length > MANY) await refreshAll();
  else for (const id of ids) await refresh(id);
  if (result.ok) {
    announce(success);
    if (ids.length === 1) offerUndo(ids[0], result.version, success);
    if (result.lastOpeningFilled ?? result.last_opening_filled) location.reload();
  }
  count();
}

function offerUndo(id, version, text) {
  document.querySelector(".toast-undo")?.remove();
  const note = document.createElement("div");
  note.className = "toast toast-success toast-undo";
  note.append(text, " ");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = say("undo");
  button.addEventListener("click", () => { note.remove(); undo(id, version); });
  note.append(button);
  document.getElementById("toasts").append(note);
  setTimeout(() => note.remove(), 10_000);
}

async function undo(id, version) {
  const result = await ask("undos", { application: id, version });
  if (!result.ok) toast(result.message ?? document.body.dataset.failed, "error");
  await refresh(id);
  if (result.ok) announce(say("undone"));
}

const picked = () => [...board().querySelectorAll(".board-pick:checked")].map(box => box.closest(".board-card"));

function count() {
  const bar = document.getElementById("bulk");
  if (!bar) return;
  const chosen = picked().length;
  bar.hidden = chosen === 0;
  bar.querySelector("[data-selected]").textContent = String(chosen);
}

let subjects = [];
function open(dialogId, elements) {
  if (elements.length === 0) return;
  const dialog = document.getElementById(dialogId);
  subjects = elements.map(element => element.dataset.application);
  dialog.querySelector("[data-about]").textContent = elements.length === 1 ? nameOf(elements[0]) : say("applications", { count: elements.length });
  dialog.querySelector("form").reset();
  const refusal = dialog.querySelector("[data-refusal]");
  if (refusal) refusal.hidden = true;
  const here = elements.length === 1 ? elements[0].dataset.stage : "";
  for (const button of dialog.querySelectorAll("button[name=stage]")) button.disabled = button.value === here;
  busy++;
  dialog.addEventListener("close", () => { busy--; settle(); }, { once: true });
  dialog.showModal();
}

document.addEventListener("click", event => {
  const button = event.target.closest?.("[data-board]");
  if (!button) return;
  const own = button.closest(".board-card");
  switch (button.dataset.board) {
    case "move": open("move", [own]); break;
    case "reject": open("reject", [own]); break;
    case "undo": undo(own.dataset.application, own.dataset.version); break;
    case "move-selected": open("move", picked()); break;
    case "reject-selected": open("reject", picked()); break;
    case "clear-selected": for (const box of board().querySelectorAll(".board-pick:checked")) box.checked = false; count(); break;
  }
});

document.addEventListener("change", event => { if (event.target.matches?.(".board-pick")) count(); });

document.addEventListener("submit", async event => {
  if (event.target.matches(".board-move")) {
    event.preventDefault();
    const ids = subjects;
    event.target.closest("dialog").close();
    await move(ids, event.submitter.value);
  } else if (event.target.matches(".board-reject")) {
    event.preventDefault();
    const ids = subjects;
    const form = event.target;
    const single = ids.length === 1 ? card(ids[0]) : undefined;
    const names = single ? nameOf(single) : say("applications", { count: ids.length });
    const result = await ask("rejections", {
      application: ids, version: single?.dataset.version, reason: form.elements.reason.value, letter: form.elements.letter.value,
    });
    event.submitter?.removeAttribute("aria-disabled");
    if (!result.ok && !result.conflict) {
      const refusal = form.querySelector("[data-refusal]");
      refusal.textContent = result.message;
      refusal.hidden = false;
      return;
    }
    form.closest("dialog").close();
    await after(result, ids, say("rejected", { names }));
  }
});

function sortable() {
  if (!window.Sortable || !document.getElementById("move")) return;
  for (const list of board().querySelectorAll(".board-cards")) {
    window.Sortable.create(list, {
      group: "board", draggable: ".board-card", filter: ".board-actions, .board-pick", preventOnFilter: false,
      animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 140,
      sort: false, delay: 150, delayOnTouchOnly: true, ghostClass: "ghost",
      onStart: () => { busy++; },
      onEnd: async event => {
        busy--;
        const stage = event.to.dataset.stage;
        if (event.from !== event.to) await move([event.item.dataset.application], stage);
        settle();
      },
    });
  }
}

addEventListener("load", sortable);
count();
