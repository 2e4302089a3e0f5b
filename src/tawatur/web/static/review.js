/* The keys of review: one for each decision. Letters are taken by their place on the keyboard where it writes another script; they rest
   while one types, and where the letters of all pages are switched off (WCAG 2.1.4). */
(() => {
  "use strict";
  const ACTS = {
    Enter: "accept", x: "wrong", m: "same", d: "different", s: "split", v: "value", u: "undo", n: "skip", j: "skip", k: "back",
    1: "prefer", 2: "range", 3: "unconfirmed", 4: "pending", 5: "ask",
  };
  const letters = document.getElementById("letters");
  const why = document.getElementById("why"), value = document.getElementById("value"), by = document.getElementById("by");
  const boxes = [...document.querySelectorAll("[data-choice] input")];
  let awaitsSectionUntil = 0;

  const isTyping = target => target.closest("input:not([type=checkbox]), textarea, select") !== null;
  const isPressed = target => target.closest("a[href], button, summary") !== null;
  const actOf = name => document.querySelector(`[data-act="${name}"]`);

  /** The key as it would be on a Latin keyboard; digits of any script. */
  function keyOf(event) {
    if (/^Digit[1-5]$/.test(event.code) || /^Numpad[1-5]$/.test(event.code)) return event.code.slice(-1);
    if (event.code.startsWith("Key") && !/^[a-z]$/i.test(event.key)) return event.code.slice(3).toLowerCase();
    return event.key.length === 1 ? event.key.toLowerCase() : event.key;
  }

  /** The account under the focus, or the one that is chosen alone. */
  function held() {
    const item = document.activeElement.closest("[data-choice]");
    return item ? item.querySelector("input") : null;
  }

  function step(by) {
    if (!boxes.length) return false;
    const here = boxes.indexOf(held());
    const next = boxes[here < 0 ? (by > 0 ? 0 : boxes.length - 1) : (here + by + boxes.length) % boxes.length];
    next.focus({ preventScroll: true });
    next.closest("[data-choice]").scrollIntoView({ block: "nearest" });
    return true;
  }

  /** Where no account is chosen, the one under the focus is. */
  function choose() {
    const own = held();
    if (own && !boxes.some(box => box.checked)) own.checked = true;
  }

  function focusOn(field) {
    field.focus();
    field.select();
    return true;
  }

  function press(name) {
    const control = actOf(name);
    if (!control) return false;
    if (by && !by.value.trim() && control.form && control.form.id === "review") return focusOn(by);
    choose();
    if (name === "value" && !value.value.trim()) return focusOn(value);
    if (name === "prefer" && !boxes.some(box => box.checked)) return focusOn2(document.querySelector("[data-prefer]"));
    control.click();
    return true;
  }

  function focusOn2(button) {
    if (!button) return false;
    button.focus();
    return true;
  }

  function within(event) {
    const field = event.target;
    if (event.key === "Escape") field.blur();
    else if (event.key === "Enter" && field === value) actOf("value").click();
    else if (event.key === "Enter" && (field === why || field === by)) field.blur();
    else return false;
    return true;
  }

  function act(event) {
    if (isTyping(event.target)) return within(event);
    if (!letters || !letters.checked || performance.now() < awaitsSectionUntil) return false;
    const key = keyOf(event);
    if (key === "g") awaitsSectionUntil = performance.now() + 1500;
    if (key === "ArrowDown" || key === "ArrowUp") return step(key === "ArrowDown" ? 1 : -1);
    if (key === "w" && why) return focusOn(why);
    if (event.shiftKey || !(key in ACTS) || (key === "Enter" && isPressed(event.target))) return false;
    return press(ACTS[key]);
  }

  window.addEventListener("keydown", event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (document.querySelector("dialog[open]")) return;
    if (act(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }, { capture: true });
})();
