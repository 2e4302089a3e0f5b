/* Shortcuts of every page: g and a letter goes to a section, / searches, j and k step through a list, ? shows them all. Letters are taken
   by their place on the keyboard where it writes another script. They can be switched off (WCAG 2.1.4), and never act while one types.
   A page's own keys come before j and k; what follows g is never theirs. */
(() => {
  "use strict";
  const OFF = "tawatur-letters-off", WAIT_MS = 1500;
  const LISTED = ".rows > *, .scroll tbody > *";
  const dialog = document.getElementById("shortcuts"), letters = document.getElementById("letters");
  let awaitsSectionUntil = 0;

  const isTyping = target => target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]") !== null;
  const letterOf = event => {
    if (/^[a-z]$/i.test(event.key)) return event.key.toLowerCase();
    return event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : event.key;
  };

  function go(letter) {
    const link = document.querySelector(`.sections a[data-key="${CSS.escape(letter)}"]`);
    if (link) link.click();
  }

  /** What can be stepped through, in order: each item's first link or button, where it has one and is shown. */
  const stops = () => [...document.querySelectorAll(LISTED)]
    .map(item => item.querySelector("a[href], button, summary"))
    .filter(stop => stop !== null && stop.getClientRects().length > 0);

  function step(by) {
    if (!by) return false;
    const all = stops();
    const item = document.activeElement.closest(LISTED);
    const here = item ? all.findIndex(stop => item.contains(stop)) : -1;
    const next = all[here < 0 && by < 0 ? all.length - 1 : here + by];
    if (!next) return false;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
    return true;
  }

  function seek() {
    const field = document.getElementById("seek");
    field.focus();
    field.select();
    return true;
  }

  function show() {
    dialog.showModal();
    return true;
  }

  function act(event) {
    if (event.key === "?" || event.key === "\u061f") return show();
    if (event.shiftKey) return false;
    if (event.key === "/" || event.code === "Slash") return seek();
    const letter = letterOf(event);
    if (!/^[a-z]$/.test(letter)) return false;
    if (performance.now() < awaitsSectionUntil) {
      awaitsSectionUntil = 0;
      go(letter);
      return true;
    }
    if (letter !== "g") return false;
    awaitsSectionUntil = performance.now() + WAIT_MS;
    return true;
  }
  const walk = event => !event.shiftKey && step({ j: 1, k: -1 }[letterOf(event)]);

  letters.checked = localStorage.getItem(OFF) === null;
  letters.addEventListener("change", () => {
    if (letters.checked) localStorage.removeItem(OFF); else localStorage.setItem(OFF, "1");
  });
  const listen = (does, isEarly) => addEventListener("keydown", event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (!letters.checked || isTyping(event.target) || !does(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, { capture: isEarly });
  listen(act, true);
  listen(walk, false);
})();
