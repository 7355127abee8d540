"use strict";
// Sorts, filters and pages the table of results. A browser would take seconds to lay out ten
// thousand rows, so only the first page is in the table. The rest stands in a <noscript>: for a
// browser with scripts it is text, and its rows stay text until they are shown. Without script all
// rows simply stand there.
(() => {
  const PAGE = 100;
  const table = document.getElementById("table");
  if (!table) return;
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const rest = document.getElementById("rest");
  const rows = body.innerHTML
    .concat(rest ? /<tbody>(.*)<\/tbody>/s.exec(rest.textContent)[1] : "")
    .split("</tr>")
    .slice(0, -1)
    .map((row) => row.trim() + "</tr>");
  const form = document.querySelector("form.filter");
  const words = document.getElementById("filter");
  const choices = [...form.querySelectorAll("select")];
  const pager = document.querySelector("p.pager");
  const [back, on] = ["back", "on"].map((id) => document.getElementById(id));
  const shown = document.getElementById("shown");
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const entities = { "&nbsp;": "\u00a0", "&lt;": "<", "&gt;": ">", "&#34;": '"', "&#39;": "'", "&quot;": '"', "&amp;": "&" };
  const known = new Map();
  let found = rows;
  let first = 0;

  // The cells of a row: their texts, and the numbers that they are sorted by, if any.
  function cells(row) {
    if (!known.has(row)) {
      const parts = [...row.matchAll(/<t[hd]([^>]*)>(.*?)<\/t[hd]>/gs)];
      known.set(row, parts.map(([, about, inner]) => ({
        number: /data-value="([^"]*)"/.exec(about)?.[1],
        text: inner.replace(/<[^>]*>/g, "").replace(/&[#\w]+;/g, (e) => entities[e] ?? e).trim(),
      })));
    }
    return known.get(row);
  }

  function show(from = 0) {
    first = from;
    const last = Math.min(first + PAGE, found.length);
    body.innerHTML = found.slice(first, last).join("");
    count(last);
  }

  function count(last) {
    const numbers = { first: found.length && first + 1, last, found: found.length, all: rows.length };
    shown.textContent = shown.dataset.text.replace(/\{(\w+)\}/g, (_, name) => numbers[name]);
    back.hidden = on.hidden = found.length <= PAGE;
    back.disabled = first === 0;
    on.disabled = last === found.length;
  }

  function filter() {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = choices.filter((choice) => choice.value);
    found = !wanted.length && !chosen.length ? rows : rows.filter((row) => {
      const texts = cells(row).map((cell) => cell.text);
      const all = texts.join("\n").toLowerCase();
      return wanted.every((word) => all.includes(word)) &&
        chosen.every((choice) => texts[choice.dataset.column].includes(choice.value));
    });
    show();
  }

  function sort(column, direction) {
    const keys = new Map(rows.map((row) => {
      const { number, text } = cells(row)[column];
      return [row, number === undefined ? text : Number(number)];
    }));
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
  window.addEventListener("beforeprint", () => { body.innerHTML = found.join(""); });
  window.addEventListener("afterprint", () => show(first));
  form.hidden = pager.hidden = false;
  count(Math.min(PAGE, rows.length));
})();
