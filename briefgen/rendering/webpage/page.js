// Opens evidence beside the brief, filters it, and keeps the page's address a link to what is seen.
// It writes text and classes, never markup. Without it the page is plain, and all links work.
"use strict";
(() => {
  const root = document.documentElement;
  const WIDE = matchMedia("(min-width: 64rem)"); // as in page.css: there the panel stands beside
  const CALM = matchMedia("(prefers-reduced-motion: reduce)");
  const LISTED = 20; // statements listed before "show all"
  const TOLD = 6000; // milliseconds that a message stands
  const find = (id) => document.getElementById(id);

  let data, claims, byName, form, fields;
  let filter = {}; // field name to value; a field that is not set is not there
  let current = null; // the claim that is opened
  let article = null; // the article that is opened
  let opener = null; // what opened it, where the focus goes back to
  let pieces = null; // claim number to its marks in the articles
  let units = []; // what the filter hides on the page: quotations, notes, rows

  root.classList.add("js");
  document.addEventListener("DOMContentLoaded", start);

  function start() {
    data = JSON.parse(find("pageData").textContent);
    claims = data.claims.map(([name, source, side, issue, holder, checked, kind, alone], number) => (
      { name, number, source, side, issue, holder, checked, kind, alone }));
    byName = new Map(claims.map((claim) => [claim.name, claim]));
    form = find("filterFields");
    fields = [...form.elements];
    units = findUnits();
    find("pageFilters").hidden = false;
    find("filterToggle").addEventListener("click", () => unfold(form.hidden));
    find("filterReset").addEventListener("click", () => { setFilter({}); setAddress(address(current)); });
    find("filterCopy").addEventListener("click", (event) => copy(address(null), event.target));
    find("foundMore").addEventListener("click", () => { list(claims.filter(fits), Infinity); });
    form.addEventListener("change", readFilter);
    form.addEventListener("submit", (event) => event.preventDefault());
    find("panelPrevious").addEventListener("click", () => step(-1));
    find("panelNext").addEventListener("click", () => step(1));
    find("panelClose").addEventListener("click", close);
    find("panelCopy").addEventListener("click", (event) => copy(permanent(), event.target));
    document.addEventListener("click", follow);
    document.addEventListener("keydown", press);
    addEventListener("popstate", route);
    addEventListener("hashchange", route);
    WIDE.addEventListener("change", cover);
    setFilter({});
    route();
  }

  // Words -------------------------------------------------------------------------------------

  function fill(label, values) {
    return data.labels[label].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  function make(tag, className, text) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  let toldUntil = 0;
  function tell(words) {
    find("pageTold").textContent = words;
    clearTimeout(toldUntil);
    toldUntil = setTimeout(() => { find("pageTold").textContent = ""; }, TOLD);
  }

  const colour = (claim) => (claim.issue < 0 ? "off-issue" : claim.side);
  const issueOf = (claim) => (claim.issue < 0 ? data.labels.noIssue : data.issues[claim.issue][1]);
  const holderOf = (claim) => (claim.holder < 0 ? data.labels.author : data.holders[claim.holder]);
  const kindOf = (claim) => data.kinds[claim.kind] ?? claim.kind;
  const sideOf = (claim) => (claim.issue < 0 ? "" : data.sides[claim.side]);

  function marksOf(claim) {
    if (!pieces) {
      pieces = new Map();
      for (const mark of document.querySelectorAll("#pageArticles mark")) {
        for (const number of mark.dataset.c.split(" ")) {
          if (!pieces.has(+number)) pieces.set(+number, []);
          pieces.get(+number).push(mark);
        }
      }
    }
    return pieces.get(claim.number) || [];
  }

  // The evidence ------------------------------------------------------------------------------

  function openArticle(found, from) {
    if (from && !from.closest("#pageEvidence")) opener = from;
    if (article !== found) {
      article?.classList.remove("open");
      found.classList.add("open");
      article = found;
    }
    deselect();
    for (const label of found.querySelectorAll(".cited")) label.classList.remove("cited");
    root.classList.add("open");
    find("evidencePanel").hidden = false;
    cover();
  }

  function openClaim(claim, from, also = []) {
    openArticle(find(claim.name).closest("article"), from);
    for (const name of also) find(name).classList.add("cited");
    select(claim);
    reach(find(claim.name), false);
    opener?.scrollIntoView?.({ block: "nearest" }); // the page is narrower now
  }

  function openTop(found, from) {
    openArticle(found, from);
    describe();
    reach(found.querySelector("h3"), false);
  }

  function deselect() {
    if (!current) return;
    for (const mark of marksOf(current)) mark.classList.remove("now");
    find(current.name).removeAttribute("aria-current");
    current = null;
  }

  function select(claim) {
    deselect();
    current = claim;
    for (const mark of marksOf(claim)) mark.classList.add("now");
    find(claim.name).setAttribute("aria-current", "true");
    describe();
  }

  function reach(label, smoothly) {
    label.focus({ preventScroll: true });
    show(label, smoothly);
  }

  function show(label, smoothly) {
    const behavior = smoothly && !CALM.matches ? "smooth" : "instant";
    label.scrollIntoView({ block: label.matches("h3") ? "end" : "center", behavior });
  }

  function describe() {
    const around = companions();
    const place = around.indexOf(current);
    find("panelPlace").textContent = current
      ? fill("place", { place: place + 1, all: around.length }) : "";
    find("panelLink").hidden = true;
    find("panelPrevious").disabled = place <= 0;
    find("panelNext").disabled = place === around.length - 1;
    find("panelCopy").disabled = false;
    const said = find("panelSaid");
    said.replaceChildren();
    if (!current) return;
    said.append(make("i", colour(current)), " ", fill("said", {
      side: sideOf(current) || data.labels.noIssue,
      issue: current.issue < 0 ? kindOf(current) : issueOf(current),
      holder: holderOf(current),
      kind: kindOf(current)[0].toUpperCase() + kindOf(current).slice(1),
      checked: data.labels[current.checked ? "checked" : "unchecked"],
    }));
    if (current.alone) said.append(" ", fill("alone", { side: data.inside[current.alone] }));
  }

  // The statements of the opened article that fit the filter, and the one that is opened.
  function companions() {
    const number = +article.dataset.source;
    return claims.filter((claim) => (
      data.sources[claim.source][1] === number && (claim === current || fits(claim))));
  }

  function step(by, withFocus = false) {
    const around = companions();
    const next = around[around.indexOf(current) + by];
    if (!next) return;
    select(next);
    if (withFocus) reach(find(next.name), true);
    else show(find(next.name), true);
    setAddress(address(next));
  }

  function close() {
    if (!article) return;
    const last = current;
    deselect();
    article.classList.remove("open");
    article = null;
    root.classList.remove("open");
    find("evidencePanel").hidden = true;
    cover();
    const back = opener?.isConnected && opener.getClientRects().length
      ? opener : last && document.querySelector(`main a[href="#${CSS.escape(last.name)}"]`);
    (back || find("pageBrief")).focus();
    opener = null;
    setAddress(address(null));
  }

  // On a narrow screen the panel covers the page: what is below must not be reached.
  function cover() {
    const covered = Boolean(article) && !WIDE.matches;
    for (const part of document.querySelectorAll("main, #pageFilters, #pageContents, .skip")) {
      part.inert = covered;
    }
  }

  // The filter --------------------------------------------------------------------------------

  function findUnits() {
    const found = [...document.querySelectorAll("main :is(blockquote, li, tbody tr, .notes > p)")]
      .filter((unit) => !unit.closest(".in-brief, .sources, .matrix, .summing-up")
        && unit.querySelector("[data-claims]"));
    return found.filter((unit) => !found.some((other) => other !== unit && unit.contains(other)));
  }

  function fits(claim) {
    const { source, side, issue, holder, checked } = filter;
    return (!source || data.sources[claim.source][0] === source)
      && (!side || (claim.issue >= 0 && claim.side === side))
      && (!issue || (issue === "-" ? claim.issue < 0 : data.issues[claim.issue]?.[0] === issue))
      && (!holder || (holder === "authors" ? claim.holder < 0
        : holder === "others" ? claim.holder >= 0 : `=${data.holders[claim.holder]}` === holder))
      && (!checked || (checked === "yes") === Boolean(claim.checked));
  }

  function readFilter() {
    setFilter(Object.fromEntries(fields.map((field) => [field.name, field.value])));
    setAddress(address(current));
  }

  // Takes what the form can show; an unknown value in an old link is no filter.
  function setFilter(wanted) {
    filter = {};
    for (const field of fields) {
      field.value = wanted[field.name] ?? "";
      if (field.selectedIndex < 0) field.value = "";
      if (field.value) filter[field.name] = field.value;
    }
    const active = Object.keys(filter).length > 0;
    const left = claims.filter(fits);
    for (const unit of units) {
      unit.classList.toggle("filtered-out", active && !namedIn(unit).some(fits));
    }
    const shown = units.filter((unit) => !unit.matches(".filtered-out")).length;
    for (const part of document.querySelectorAll("main :is(.side, .issue)")) {
      const inside = units.filter((unit) => part.contains(unit));
      const other = filter.issue && part.dataset.issue && part.dataset.issue !== filter.issue;
      const empty = inside.length > 0 && inside.every((unit) => unit.matches(".filtered-out"));
      part.classList.toggle("filtered-out", active && Boolean(other || empty));
    }
    for (const claim of claims) {
      find(claim.name)?.classList.toggle("faint", active && !fits(claim));
    }
    root.classList.toggle("filtered", active);
    find("filterReset").hidden = find("filterCopy").hidden = !active;
    find("filterCount").textContent = fill(active ? (left.length ? "left" : "none") : "all",
      { left: left.length, all: claims.length, shown, quoted: units.length });
    find("pageFound").hidden = !active || !left.length;
    list(active ? left : [], LISTED);
    if (active) unfold(true);
    if (article) describe();
  }

  function unfold(open) {
    form.hidden = !open;
    find("filterToggle").setAttribute("aria-expanded", String(open));
  }

  function namedIn(unit) {
    const names = [...unit.querySelectorAll("[data-claims]")]
      .flatMap((link) => link.dataset.claims.split(" "));
    return names.map((name) => byName.get(name)).filter(Boolean);
  }

  function list(found, most) {
    find("foundList").replaceChildren(...found.slice(0, most).map(entry));
    find("foundMore").hidden = found.length <= most;
  }

  function entry(claim) {
    const [, number, label, kind] = data.sources[claim.source];
    const link = make("a", `found ${colour(claim)}`);
    link.href = `#${claim.name}`;
    const words = marksOf(claim).map((mark) => mark.textContent).join("").replace(/\s+/g, " ");
    const parts = [`[${number}] ${label}`, sideOf(claim), issueOf(claim), holderOf(claim)];
    link.append(make("i", colour(claim)), " ",
      make("bdi", "words", kind === "digest" ? words : data.marks.join(words)), " ",
      make("bdi", "about", parts.filter(Boolean).join(" · ")));
    const item = make("li");
    item.append(link);
    return item;
  }

  // The address -------------------------------------------------------------------------------

  function address(claim) {
    const parts = new URLSearchParams(filter);
    const active = String(parts) !== "";
    if (claim && active) parts.set("claim", claim.name);
    const fragment = active ? String(parts) : claim ? claim.name : "";
    return fragment ? `#${fragment}` : location.pathname + location.search;
  }

  function permanent() {
    return `#${current ? current.name : article.id}`;
  }

  // Browsers refuse too many changes in a short time: then the address stays behind for a moment.
  function setAddress(fragment, isStep = false) {
    try {
      if (isStep) history.pushState(null, "", fragment);
      else history.replaceState(null, "", fragment);
    } catch { /* the page shows what was asked for all the same */ }
  }

  function decode(fragment) {
    try { return decodeURIComponent(fragment); } catch { return fragment; } // a link cut in two
  }

  function route() {
    const fragment = decode(location.hash.slice(1));
    if (location.hash.includes("=")) {
      const wanted = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
      setFilter(wanted);
      goTo(wanted.claim);
    } else if (/^Article-\d+$/.test(fragment)) {
      const found = find(fragment);
      if (found && found !== article) openTop(found, null);
    } else if (!fragment || fragment.startsWith("c-")) {
      if (Object.keys(filter).length) setFilter({});
      goTo(fragment);
    }
  }

  function goTo(name) {
    if (!name) { close(); return; }
    if (current?.name === name) return;
    const claim = byName.get(name) ?? claimOfPassage(name);
    if (!claim) { tell(data.labels.gone); return; }
    openClaim(claim, null);
    if (claim.name !== name) tell(data.labels.moved);
  }

  // The words of a link may be read otherwise by now: then another name begins as its own does.
  function claimOfPassage(name) {
    const passage = /^c-[0-9a-f]{12}/.exec(name)?.[0];
    return passage && claims.find((claim) => claim.name.startsWith(passage));
  }

  async function copy(fragment, button) {
    const link = new URL(fragment, location.href).href;
    try {
      await navigator.clipboard.writeText(link);
      tell(data.labels.copied);
    } catch {
      const input = find("panelLink");
      if (!input.closest("[hidden]:not(input)")) {
        input.value = link;
        input.hidden = false;
        input.select();
        tell(data.labels.notCopied);
      } else {
        tell(link);
      }
    }
    button.focus({ preventScroll: true });
  }

  // Mouse and keys ----------------------------------------------------------------------------

  function follow(event) {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    let link = event.target.closest("a");
    if (!link && !event.target.closest("button, summary") && !String(getSelection())) {
      link = event.target.closest("main blockquote")?.querySelector("a[data-claims]");
    }
    if (!link?.getAttribute("href").startsWith("#")) return;
    const name = decode(link.getAttribute("href").slice(1));
    const names = (link.dataset.claims ?? "").split(" ").filter((each) => byName.has(each));
    const chosen = names.find((each) => fits(byName.get(each))) ?? names[0];
    const claim = byName.get(chosen ?? name) ?? (link.matches(".cite") ? inContext(link) : null);
    const whole = link.matches(".cite") ? find(`Article-${sourceOf(link)}`)
      : /^Article-\d+$/.test(name) ? find(name) : null;
    if (!claim && !whole) return;
    event.preventDefault();
    if (claim) {
      openClaim(claim, link, names.length > 1 ? names : []);
      setAddress(address(claim), true);
    } else {
      openTop(whole, link);
      setAddress(`#${whole.id}`, true);
    }
  }

  const sourceOf = (link) => (
    Number(link.dataset.source ?? /^#source-(\d+)$/.exec(link.getAttribute("href"))?.[1]));

  // What a source's bare number stands for: its first statement on the issue and side around it.
  function inContext(link) {
    const issue = link.closest("[data-issue]")?.dataset.issue;
    if (!issue) return null;
    const side = link.closest(".side")?.classList[1];
    const said = claims.filter((claim) => data.sources[claim.source][1] === sourceOf(link)
      && data.issues[claim.issue]?.[0] === issue);
    const own = said.filter((claim) => claim.holder < 0);
    return own.find((claim) => claim.side === side) ?? own[0] ?? said[0] ?? null;
  }

  function press(event) {
    if (!article || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      event.preventDefault();
      close();
      return;
    }
    if (!event.target.closest("#pageEvidence") || event.target.matches("input")) return;
    const by = { n: 1, ArrowRight: 1, p: -1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    step(by, true);
  }
})();
