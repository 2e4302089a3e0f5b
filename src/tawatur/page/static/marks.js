/* A marked report: from the words to the record they were read in and back, by mouse and by keys. The page needs none of it: links and
   switches work without. The letters can be switched off by #letters, where the page has it (WCAG 2.1.4). */
(() => {
  "use strict";
  const root = document.documentElement, body = document.body;
  root.classList.add("js");
  const told = document.getElementById("told"), box = document.getElementById("letters");
  const marks = new Map();
  for (const mark of document.querySelectorAll(".m[data-card]")) {
    const card = mark.dataset.card;
    if (marks.has(card)) marks.get(card).push(mark); else marks.set(card, [mark]);
  }
  const stops = [...document.querySelectorAll(".m.stop[id]")];
  const place = new Map(stops.map((mark, number) => [mark, number]));
  const switches = [...document.querySelectorAll(".layers input")];
  const letters = { e: "events", s: "statements", f: "figures", n: "names", t: "times", w: "warnings" };
  let here = -1, held = null;

  const isShown = layer => { const one = document.getElementById("show-" + layer); return !one || one.checked; };
  const layerOf = mark => Object.values(letters).find(layer => mark.classList.contains(layer));
  const firstStop = card => (marks.get(card) || []).find(mark => place.has(mark)) || (marks.get(card) || []).find(mark => mark.id);

  function release() {
    if (held) for (const one of [document.getElementById(held), ...(marks.get(held) || [])]) one.classList.remove("on");
    held = null;
    body.classList.remove("held");
  }
  function hold(card, mark) {
    const shown = document.getElementById(card);
    if (!shown) return;
    release();
    held = card;
    for (const one of [shown, ...(marks.get(card) || [])]) one.classList.add("on");
    body.classList.add("held");
    if (place.has(mark)) here = place.get(mark);
    const panel = shown.closest(".panel");
    if (getComputedStyle(panel).overflowY === "auto") {
      const inner = shown.getBoundingClientRect(), outer = panel.getBoundingClientRect();
      if (inner.top < outer.top || inner.bottom > outer.bottom) panel.scrollTop += inner.top - outer.top - 60;
    }
    told.textContent = shown.querySelector("h4").textContent;
    history.replaceState(null, "", "#" + card);
  }
  function show(mark) {
    if (!mark) return;
    const link = mark.querySelector("a");
    if (link) link.focus({ preventScroll: true });
    mark.scrollIntoView({ block: "center" });
  }
  function step(by, layer) {
    for (let number = here + by; number >= 0 && number < stops.length; number += by) {
      const own = layerOf(stops[number]);
      if (layer ? own === layer : isShown(own)) {
        here = number;
        hold(stops[number].dataset.card, stops[number]);
        show(stops[number]);
        return;
      }
    }
  }
  function follow(target, link) {
    const found = document.getElementById(target);
    if (!found) return false;
    if (found.classList.contains("card")) {
      const mark = link.closest(".text") ? link.closest(`.m[data-card="${CSS.escape(target)}"]`) : null;
      hold(target, mark || firstStop(target));
      if (!mark) show(firstStop(target));
      return true;
    }
    if (found.classList.contains("m")) {
      hold(found.dataset.card, found);
      show(found);
      return true;
    }
    return false;
  }
  document.addEventListener("click", event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("a[href^='#']");
    if (link) {
      if (follow(link.hash.slice(1), link)) event.preventDefault();
      return;
    }
    const said = event.target.closest(".m.content");
    if (said && isShown("statements") && String(getSelection()) === "") hold(said.dataset.card, said);
  });
  const leave = () => { release(); history.replaceState(null, "", location.pathname + location.search); };
  document.getElementById("leave").addEventListener("click", leave);

  const isTyping = target => target.closest("input:not([type=checkbox]), textarea, select") !== null;
  document.addEventListener("keydown", event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const key = event.key;
    if (isTyping(event.target) || (key === " " && event.target.closest("input, summary"))) return;
    if (key === "Escape") { leave(); return; }
    const isForward = key === "ArrowLeft";
    if (isForward || key === "ArrowRight") { step(isForward ? 1 : -1); event.preventDefault(); return; }
    if (key === "Enter" && event.target.closest(".text a") && held) {
      document.getElementById(held).focus({ preventScroll: true });
      event.preventDefault();
      return;
    }
    if (key === "Enter" && event.target.classList.contains("card")) { show(firstStop(event.target.id)); event.preventDefault(); return; }
    if (box && !box.checked) return;
    const letter = /^[a-z]$/i.test(key) || !event.code.startsWith("Key") ? key.toLowerCase() : event.code.slice(3).toLowerCase();
    if (letter === "j") step(1);
    else if (letter === "k") step(-1);
    else if (letters[letter]) step(event.shiftKey ? -1 : 1, letters[letter]);
    else if (key >= "1" && key <= "7" && switches[key - 1]) switches[key - 1].click();
    else return;
    event.preventDefault();
  });
  for (const one of switches) one.addEventListener("change", () => {
    const layer = one.id.slice(5);
    for (const link of document.querySelectorAll(`.m.${layer} > a`)) link.tabIndex = one.checked ? 0 : -1;
  });
  const arrive = () => {
    const sought = document.getElementById("at");
    if (sought && !location.hash) sought.scrollIntoView({ block: "center" });
    const found = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (found && (found.classList.contains("card") || found.classList.contains("m"))) follow(found.id, found);
  };
  addEventListener("hashchange", arrive);
  arrive();
})();
