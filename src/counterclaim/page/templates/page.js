"use strict";
(() => {
  const all = (query, within = document) => [...within.querySelectorAll(query)];
  const events = all("details.event");
  const form = document.getElementById("filters");
  const field = (name) => document.getElementById("f-" + name);

  // Filtering: words anywhere in an event's matrix and evidence; side, standing and type as they are marked.
  const words = new Map(events.map((event) => [event, event.textContent.toLocaleLowerCase()]));
  const timelineRows = new Map(all(".timeline li").map((row) => [row.dataset.event, row]));

  function filter() {
    const asked = field("text").value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const wanted = ["side", "standing", "type"].map((name) => [name, field(name).value]);
    let shown = 0;
    const spots = new Set();
    for (const event of events) {
      const fits = asked.every((word) => words.get(event).includes(word)) &&
        wanted.every(([name, value]) => !value || event.dataset[name].split("|").includes(value));
      event.hidden = !fits;
      const row = timelineRows.get(event.id);
      if (row) row.hidden = !fits;
      if (fits) { shown += 1; spots.add(event.dataset.spot); }
    }
    for (const mark of all("[data-spot]:not(details)")) mark.classList.toggle("off", !spots.has(mark.dataset.spot));
    document.getElementById("found").textContent = `${shown} of ${events.length} events`;
  }

  if (form && events.length) {
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(filter));
  }

  // Linking: what is pointed at or focused lights up on the map and on the timeline.
  function light(event, on) {
    const row = timelineRows.get(event.id);
    if (row) row.classList.toggle("on", on);
    if (event.dataset.spot) {
      for (const mark of all(`[data-spot="${event.dataset.spot}"]:not(details)`)) mark.classList.toggle("on", on);
    }
  }
  for (const event of events) {
    for (const [kind, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]]) {
      event.addEventListener(kind, () => light(event, on));
    }
  }
  for (const [id, row] of timelineRows) {
    const event = document.getElementById(id);
    if (!event) continue;
    for (const [kind, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]]) {
      row.addEventListener(kind, () => light(event, on));
    }
  }

  // A link may go into something folded or filtered away: it is unfolded and shown, and takes the focus.
  function reveal() {
    let id = "";
    try { id = decodeURIComponent(location.hash.slice(1)); } catch { return; }
    const target = id && document.getElementById(id);
    if (!target) return;
    for (let at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") at.open = true;
      if (at.hidden && at.matches("details.event")) { form.reset(); filter(); }
    }
    target.scrollIntoView({ block: target.matches(".pin") ? "center" : "start" });
    if (!target.matches("a[href], summary, [tabindex]")) {
      (target.querySelector("summary") || target).focus({ preventScroll: true });
    } else {
      target.focus({ preventScroll: true });
    }
  }
  addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest('a[href^="#"]');
    if (link && decodeURIComponent(link.hash) === decodeURIComponent(location.hash)) { event.preventDefault(); reveal(); }
  });
  if (location.hash) reveal();

  // Arrow keys walk the cells of a matrix; "/" goes to the filter; Escape goes from the evidence back to its cell.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = document.activeElement;
    if (event.key === "/" && form && !/^(INPUT|SELECT|TEXTAREA)$/.test(at.tagName)) {
      event.preventDefault();
      field("text").focus();
      return;
    }
    const said = at.closest && at.closest("section.said");
    if (event.key === "Escape" && said) {
      const cell = document.querySelector(`a.cell[href="#${CSS.escape(said.id)}"]`);
      if (cell) { cell.focus(); cell.scrollIntoView({ block: "center" }); }
      return;
    }
    const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!steps || !at.matches("a.cell")) return;
    const cell = at.closest("td"), row = cell.parentElement;
    let next = null;
    if (steps[0]) {
      for (let to = row.cells[cell.cellIndex + steps[0]]; to && !next; to = row.cells[to.cellIndex + steps[0]]) {
        next = to.querySelector("a.cell");
      }
    } else {
      const rows = row.parentElement.rows;
      for (let n = row.sectionRowIndex + steps[1]; rows[n] && !next; n += steps[1]) {
        next = rows[n].cells[cell.cellIndex].querySelector("a.cell");
      }
    }
    if (next) { event.preventDefault(); next.focus(); }
  });

  // Paper cannot be unfolded.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("details:not([open])");
    for (const each of folded) each.open = true;
  });
  addEventListener("afterprint", () => { for (const each of folded) each.open = false; });
})();
