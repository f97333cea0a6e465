// What a page can do beyond sending forms. Everything here is a help: without it each form is sent whole.
"use strict";

(() => {
  // A long send says so, and is sent once.
  document.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!button || !button.dataset.busy) return;
    setTimeout(() => {
      button.textContent = button.dataset.busy;
      button.disabled = true;
    });
  });
  // A page taken from the browser's back store has its buttons as they were.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });

  // How far the reading is.
  for (const told of document.querySelectorAll("[data-events]")) {
    const events = new EventSource(told.dataset.events);
    events.addEventListener("message", (event) => {
      const now = JSON.parse(event.data);
      told.querySelector("progress").max = now.of;
      told.querySelector("progress").value = now.read;
      told.querySelector("[data-read]").textContent = now.read;
      told.querySelector("[data-of]").textContent = now.of;
      if (now.state === "reading") return;
      events.close();
      location.replace(told.dataset.onward);
    });
    // it was over before we listened, or the server was stopped
    events.addEventListener("error", () => {
      events.close();
      setTimeout(() => location.replace(told.dataset.onward), 2000);
    });
    window.addEventListener("pagehide", () => events.close());
  }

  // Copying.
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const from = document.querySelector(button.dataset.copy);
      try {
        await navigator.clipboard.writeText(from.value);
      } catch {
        from.select();
        document.execCommand("copy");
      }
      const said = document.getElementById("said");
      said.innerHTML = "";
      const words = document.createElement("p");
      words.className = "said";
      words.textContent = button.dataset.copied;
      said.append(words);
    });
  }

  // Words selected in a text go into the form below it.
  const adding = document.querySelector("[data-select-into]");
  if (adding) {
    const into = document.querySelector(adding.dataset.selectInto);
    document.addEventListener("selectionchange", () => {
      const selection = document.getSelection();
      const reading = document.querySelector(".reading");
      if (!selection.rangeCount || selection.isCollapsed || !reading.contains(selection.anchorNode)) return;
      const copy = selection.getRangeAt(0).cloneContents();
      for (const named of copy.querySelectorAll(".named, .who")) named.remove();
      into.value = copy.textContent.trim();
    });
  }

  // Files dropped anywhere on the field.
  for (const field of document.querySelectorAll("[data-drop]")) {
    const input = field.querySelector("input[type=file]");
    const told = field.querySelector(".dropped");
    const tell = () => {
      if (!told) return;
      const names = [...input.files].map((file) => file.name).join(", ");
      told.textContent = names ? field.dataset.drop.replace("{files}", () => names) : "";
    };
    input.addEventListener("change", tell);
    field.addEventListener("dragover", (event) => {
      event.preventDefault();
      field.classList.add("over");
    });
    field.addEventListener("dragleave", () => field.classList.remove("over"));
    field.addEventListener("drop", (event) => {
      event.preventDefault();
      field.classList.remove("over");
      input.files = event.dataTransfer.files;
      tell();
    });
  }
})();
