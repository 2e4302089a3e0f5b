(() => {
  "use strict";
  const help = document.getElementById("help");
  document.getElementById("help-open").addEventListener("click", () => help.showModal());
  document.getElementById("help-close").addEventListener("click", () => help.close());
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open || !document.getElementById("letters").checked) return;
    if (event.key === "?" || event.key === "؟") {
      help.showModal();
      event.preventDefault();
    }
  });
})();
