"use strict";
// What the page can do with a script: search, sort and filter, fold long rows, copy raw text, and keep marks of a review.
// It builds no markup from text: only textContent, values and attributes are set.
(() => {
  const { body } = document;
  const say = body.dataset;
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const fold = (text) => text.normalize("NFKC").toLowerCase();
  const fill = (pattern, values) => pattern.replace(/\{(\w)\}/g, (_, name) => values[name]);
  body.classList.add("scripted");

  // Text as it is in the corpus; where HTML cannot hold it, it stands beside as JSON.
  const raw = (element, name, shown) =>
    element.dataset[name] === undefined ? shown : JSON.parse(element.dataset[name]);

  // Terms.
  const termTable = one("#term-table");
  if (termTable) {
    const terms = all("tbody tr", termTable).map((row) => ({ row, text: fold(row.textContent) }));
    const side = one("#term-side");
    const search = one("#term-search");
    // The first ones only, until all are asked for or some are searched.
    const first = 20;
    const more = document.createElement("button");
    more.type = "button";
    more.textContent = fill(say.allTerms, { n: terms.length });
    let showsAll = terms.length <= first + 5;
    const filter = () => {
      const wanted = fold(search.value);
      let shown = 0;
      for (const { row, text } of terms) {
        const isFound = (side.value === "" || row.dataset.side === side.value) && text.includes(wanted);
        row.hidden = !isFound || (!showsAll && wanted === "" && shown >= first);
        if (isFound) shown += 1;
      }
      more.hidden = showsAll || wanted !== "" || shown <= first;
    };
    more.addEventListener("click", () => {
      showsAll = true;
      filter();
    });
    termTable.after(more);
    filter();
    side.addEventListener("change", filter);
    search.addEventListener("input", filter);
    all("th[data-sort]", termTable).forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const rises = head.getAttribute("aria-sort") === "descending";
        all("th[aria-sort]", termTable).forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", rises ? "ascending" : "descending");
        const value = ({ row }) => {
          const cell = row.children[column];
          return head.dataset.sort === "number" ? Number(cell.dataset.value) : one("summary", cell)?.textContent ?? cell.textContent;
        };
        const compare = (a, b) => (typeof a === "number" ? a - b : a.localeCompare(b));
        terms.sort((a, b) => compare(value(a), value(b)) * (rises ? 1 : -1));
        one("tbody", termTable).append(...terms.map(({ row }) => row));
        filter();
      });
    });
  }

  // Rows, and the marks of the review: {row's name: {mark, note}}.
  const rows = all(".row").map((element) => {
    const texts = all(".tokens", element);
    const row = {
      element,
      id: raw(element, "rawId", element.dataset.id),
      file: raw(element, "rawFile", element.dataset.file),
      line: Number(element.dataset.line),
      side: element.dataset.side,
      rank: Number(element.dataset.rank),
      weight: Number(element.dataset.weight ?? -1),
      list: element.closest(".list"),
      raw: () => texts.map((text) => raw(text, "raw", text.textContent)).join("\n\n"),
    };
    row.text = fold(`${one("h4", element).textContent} ${texts.map((text) => text.textContent).join(" ")}`);
    row.name = `${row.side} ${row.file} ${row.line}`;
    return row;
  });
  if (rows.length === 0) return;

  const key = say.key;
  let marks = {};
  try {
    marks = JSON.parse(localStorage.getItem(key) ?? "{}") ?? {};
  } catch {
    // Without a store, or with a spoilt one, marks last as long as the page.
  }
  const keepMarks = () => {
    try {
      localStorage.setItem(key, JSON.stringify(marks));
    } catch {
      // As above.
    }
  };

  const controls = {
    list: one("#row-list"), sort: one("#row-sort"), search: one("#row-search"), marked: one("#row-marked"),
    count: one("#row-count"), marks: one("#mark-count"),
  };
  const showMarks = () => {
    for (const { element, name } of rows) {
      const { mark = "", note = "" } = marks[name] ?? {};
      if (mark || note) element.dataset.mark = mark || "note";
      else delete element.dataset.mark;
      for (const input of all('input[type="radio"]', element)) input.checked = input.value === mark;
      const field = one(".note-text", element);
      if (field !== document.activeElement) field.value = note;
    }
    controls.marks.textContent = fill(say.marks, { n: Object.keys(marks).length });
  };

  const show = () => {
    const wanted = fold(controls.search.value);
    let shown = 0;
    for (const row of rows) {
      row.element.hidden =
        (controls.list.value !== "" && row.list.dataset.list !== controls.list.value) ||
        (controls.marked.checked && !(row.name in marks)) ||
        !row.text.includes(wanted);
      if (!row.element.hidden) shown += 1;
    }
    for (const list of all(".list[data-list]")) list.hidden = !rows.some((row) => row.list === list && !row.element.hidden);
    controls.count.textContent = fill(say.shown, { n: shown, m: rows.length });
  };

  const orders = {
    rank: (a, b) => a.rank - b.rank,
    weight: (a, b) => b.weight - a.weight || a.rank - b.rank,
    place: (a, b) => a.file.localeCompare(b.file) || a.line - b.line,
    length: (a, b) => b.text.length - a.text.length,
  };
  controls.sort.addEventListener("change", () => {
    for (const row of [...rows].sort(orders[controls.sort.value])) one(".rows", row.list).append(row.element);
  });
  controls.list.addEventListener("change", show);
  controls.search.addEventListener("input", show);
  controls.marked.addEventListener("change", show);

  const mark = (row, change) => {
    const changed = { ...marks[row.name], ...change };
    if (changed.mark || changed.note) marks[row.name] = changed;
    else delete marks[row.name];
    keepMarks();
    showMarks();
  };

  for (const row of rows) {
    for (const input of all('input[type="radio"]', row.element)) {
      input.addEventListener("change", () => mark(row, { mark: input.value }));
      // A second click takes the mark away again.
      input.addEventListener("click", () => {
        if (row.pressed === input.value) mark(row, { mark: "" });
        row.pressed = marks[row.name]?.mark;
      });
    }
    one(".note-text", row.element).addEventListener("input", ({ target }) => mark(row, { note: target.value }));
    const copy = one(".copy", row.element);
    copy.addEventListener("click", async () => {
      const label = copy.textContent;
      const text = row.raw();
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        // A page opened from a file may not have the clipboard; a selection has.
        const area = document.createElement("textarea");
        area.value = text;
        row.element.append(area);
        area.select();
        document.execCommand("copy");
        area.remove();
      }
      copy.textContent = say.copied;
      setTimeout(() => { copy.textContent = label; }, 1500);
    });
  }

  one("#review-download").addEventListener("click", () => {
    const lines = rows
      .filter((row, index) => row.name in marks && rows.findIndex(({ name }) => name === row.name) === index)
      .map(({ id, file, line, side, name }) => {
        const { mark = "", note = "" } = marks[name];
        return `${JSON.stringify({ id: id ?? null, file, line, side, mark: mark || "note", note })}\n`;
      });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(lines, { type: "application/jsonl" }));
    link.download = "review.jsonl";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
  one("#review-clear").addEventListener("click", () => {
    if (!confirm(say.clear)) return;
    marks = {};
    keepMarks();
    showMarks();
    show();
  });

  showMarks();
  show();

  // Long rows are folded, each with a button of its own.
  for (const { element } of rows) {
    const texts = one(".texts", element);
    if (texts.scrollHeight < 320) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet fold";
    const set = (isFolded) => {
      texts.classList.toggle("folded", isFolded);
      button.textContent = isFolded ? say.more : say.less;
      button.setAttribute("aria-expanded", String(!isFolded));
    };
    button.addEventListener("click", () => set(!texts.classList.contains("folded")));
    texts.after(button);
    set(true);
  }
})();
