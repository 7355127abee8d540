"use strict";
// Sorts, filters and pages the table of results. Without script all rows simply stand there.
(() => {
  const PAGE = 100;
  const table = document.getElementById("table");
  if (!table) return;
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...body.rows];
  const form = document.querySelector("form.filter");
  const words = document.getElementById("filter");
  const choices = [...form.querySelectorAll("select")];
  const pager = document.querySelector("p.pager");
  const [back, on] = ["back", "on"].map((id) => document.getElementById(id));
  const shown = document.getElementById("shown");
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const text = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  let found = rows;
  let first = 0;

  function show(from = 0) {
    first = from;
    const last = Math.min(first + PAGE, found.length);
    body.replaceChildren(...found.slice(first, last));
    const numbers = { first: found.length && first + 1, last, found: found.length, all: rows.length };
    shown.textContent = shown.dataset.text.replace(/\{(\w+)\}/g, (_, name) => numbers[name]);
    back.hidden = on.hidden = found.length <= PAGE;
    back.disabled = first === 0;
    on.disabled = last === found.length;
  }

  function filter() {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    found = rows.filter((row) =>
      wanted.every((word) => text.get(row).includes(word)) &&
      choices.every((choice) => !choice.value ||
        row.cells[choice.dataset.column].textContent.includes(choice.value)));
    show();
  }

  function sort(column, direction) {
    const value = (row) => {
      const cell = row.cells[column];
      return cell.dataset.value === undefined ? cell.textContent.trim() : Number(cell.dataset.value);
    };
    const keys = new Map(rows.map((row) => [row, value(row)]));
    rows.sort((a, b) => {
      const [x, y] = [keys.get(a), keys.get(b)];
      return direction * (typeof x === "number" ? x - y : collator.compare(x, y));
    });
    heads.forEach((head, i) => {
      if (i === column) head.ariaSort = direction > 0 ? "ascending" : "descending";
      else head.removeAttribute("aria-sort");
    });
    filter();
  }

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sort(column, head.ariaSort === "ascending" ? -1 : 1));
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", filter);
  back.addEventListener("click", () => show(Math.max(first - PAGE, 0)));
  on.addEventListener("click", () => show(first + PAGE));
  // Paper has no pages to turn in a table: it gets every row that the filter lets through.
  window.addEventListener("beforeprint", () => body.replaceChildren(...found));
  window.addEventListener("afterprint", () => show(first));
  form.hidden = pager.hidden = false;
  show();
})();
