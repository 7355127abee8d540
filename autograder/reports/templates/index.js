"use strict";
(() => {
  const table = document.getElementById("table");
  if (!table) return;
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...body.rows];
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const text = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));

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
    body.append(...rows);
    heads.forEach((head, i) => {
      if (i === column) head.ariaSort = direction > 0 ? "ascending" : "descending";
      else head.removeAttribute("aria-sort");
    });
  }

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sort(column, head.ariaSort === "ascending" ? -1 : 1));
  });

  const filter = document.getElementById("filter");
  const shown = document.getElementById("shown");
  filter.closest("p").hidden = false;
  filter.addEventListener("input", () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const row of rows) row.hidden = !words.every((word) => text.get(row).includes(word));
    shown.textContent = String(rows.filter((row) => !row.hidden).length);
  });
})();
