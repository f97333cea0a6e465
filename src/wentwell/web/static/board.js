// The board beyond its forms: dragging a job, and moving it with the arrow keys. Without it the buttons do the same.
"use strict";

(() => {
  document.documentElement.classList.add("scripted");
  const board = () => document.getElementById("board");
  const columns = () => [...board().querySelectorAll(".column")];
  const cards = (column) => [...column.querySelectorAll(".card")];
  const columnOf = (card) => card.closest(".column");
  const tell = (words) => {
    const said = document.createElement("p");
    said.className = "said";
    said.textContent = words;
    document.getElementById("said").replaceChildren(said);
  };

  // After a change the same job has the focus again; where it is not shown any more, its column has.
  const send = async (card, to) => {
    const { job } = card.dataset;
    const stage = to.split(":")[0];
    const form = document.getElementById("move");
    await htmx.ajax("POST", `${board().dataset.base}/job/${job}/move`, {
      source: "#board",
      target: "#board",
      swap: "outerHTML",
      values: { token: form.elements.token.value, query: form.elements.query.value, to, was: card.dataset.mark },
    });
    const again = document.querySelector(`#job-${CSS.escape(job)} a`);
    (again || document.getElementById(`stage-${stage}`) || document.getElementById("main")).focus();
  };

  const close = (card) => {
    const dialog = document.getElementById("closing");
    const form = dialog.querySelector("form");
    form.reset();
    document.getElementById("closing-name").textContent = card.dataset.name;
    dialog.querySelector("[data-cancel]").onclick = () => dialog.close();
    form.onsubmit = (event) => {
      event.preventDefault();
      dialog.close();
      send(card, `closed:${new FormData(form).get("way")}`);
    };
    dialog.showModal();
  };

  const move = (card, stage) => {
    if (stage === card.dataset.stage) return;
    if (stage === "closed") close(card);
    else send(card, stage);
  };

  // The buttons, in place.
  document.addEventListener("submit", (event) => {
    const card = event.submitter && event.submitter.closest(".card");
    if (event.target.id !== "move" || !card) return;
    event.preventDefault();
    move(card, event.submitter.value.split(" ")[0]);
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-dismiss]")) document.getElementById("said").replaceChildren();
  });

  // Dragging.
  let held = null;
  const over = (column) => {
    for (const one of columns()) one.classList.toggle("over", one === column);
  };
  document.addEventListener("dragstart", (event) => {
    held = event.target.closest && event.target.closest(".card");
    if (!held) return;
    held.classList.add("held");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", held.dataset.name);
  });
  document.addEventListener("dragover", (event) => {
    const column = held && event.target.closest && event.target.closest(".column");
    if (held) over(column);
    if (!column) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "move";
  });
  document.addEventListener("drop", (event) => {
    const column = held && event.target.closest && event.target.closest(".column");
    if (!column) return;
    event.preventDefault();
    move(held, column.dataset.stage);
  });
  document.addEventListener("dragend", () => {
    if (held) held.classList.remove("held");
    held = null;
    over(null);
  });

  // The arrow keys.
  const KEYS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 };
  document.addEventListener("keydown", (event) => {
    const step = KEYS[event.key];
    const card = event.target.closest && event.target.closest(".card");
    if (!step || !card || event.altKey || event.ctrlKey || event.metaKey) return;
    const across = event.key === "ArrowLeft" || event.key === "ArrowRight";
    const all = columns();
    const at = all.indexOf(columnOf(card));
    if (event.shiftKey) {
      if (!across) return;
      event.preventDefault();
      const names = [...document.querySelectorAll("#stage option")].map((one) => one.value).filter(Boolean);
      const next = names[names.indexOf(card.dataset.stage) + step];
      if (next) move(card, next);
      else tell(step > 0 ? board().dataset.last : board().dataset.first);
      return;
    }
    event.preventDefault();
    let there = null;
    if (!across) there = cards(all[at])[cards(all[at]).indexOf(card) + step];
    for (let place = at + step; across && !there && all[place]; place += step) {
      const others = cards(all[place]);
      there = others[Math.min(cards(all[at]).indexOf(card), others.length - 1)];
    }
    if (there) there.querySelector("a").focus();
  });
})();
