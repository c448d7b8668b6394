"use strict";
(() => {
  const quiz = JSON.parse(document.getElementById("quiz").textContent);
  const words = quiz.words;
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (found, name) => String(values[name] ?? found));
  const points = (n) => (n === 1 ? words["points.one"] : fill(words["points.many"], { n }));
  const rounded = (n) => Math.round(n * 100) / 100;
  const startedAt = new Date().toISOString();
  let saved = true;

  // Comparing what was typed

  const fold = (text) =>
    text
      .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, "^$&")
      .normalize("NFKC")
      .toLowerCase()
      .replace(/["'`“”‘’«»「」『』]/g, "")
      .replace(/[\u2010-\u2015\u2212]/g, "-")
      .replace(/&/g, " and ")
      .replace(/(?<=\d),(?=\d{3}(?!\d))/g, "")
      .replace(/(?<=\d)\s+(?=[\p{L}%])/gu, "")
      .trim()
      .replace(/^[\s([{]+|[\s.,;:!?…。)\]}]+$/g, "")
      .replace(/^(?:an?|the|to)\s+(?=\S)/, "")
      .replace(/\s+/g, " ");
  // Where two letters meet, a space, a hyphen and nothing are one; beside a digit they are not.
  const joined = (text) => fold(text).replace(/(?<=\p{L})[-\s]+(?=\p{L})/gu, "");
  const alike = (given, accepted) => accepted.some((wording) => joined(wording) === joined(given));

  /** For each list of accepted wordings the index of the first text that fits and is not taken; -1 for none. */
  const assign = (texts, accepted) => {
    const taken = new Set();
    return accepted.map((wordings) => {
      const found = texts.findIndex((text, at) => !taken.has(at) && text.trim() && alike(text, wordings));
      if (found >= 0) taken.add(found);
      return found;
    });
  };

  // Types: `read` gives what was answered, null for nothing; `share` says how much of it is right, from 0 to 1;
  // `words` gives it in the item's own words for the results; `show` marks its parts.

  const inputs = (box) => all(".options input", box);
  const picked = {
    read: (box) => {
      const places = inputs(box).filter((input) => input.checked).map((input) => Number(input.value));
      return places.length ? places : null;
    },
    share: (given, key) => {
      const hits = given.filter((place) => key.right.includes(place)).length;
      return Math.max(0, hits - (given.length - hits)) / key.right.length;
    },
    words: (given, { options }) => given.map((place) => options[place]),
    show: (box, given, key) => {
      for (const input of inputs(box)) {
        const place = Number(input.value);
        const chosen = given?.includes(place);
        if (key.right.includes(place)) {
          mark(input.closest(".option"), true, chosen ? `✓ ${words.right}` : `✓ ${words.option_right}`);
        } else if (chosen) mark(input.closest(".option"), false, `✗ ${words.option_chosen}`);
      }
    },
  };
  const typed = {
    read: (box) => field(box).value.trim() || null,
    share: (given, key) => (alike(given, key.accept[0]) ? 1 : 0),
    words: (given) => [given],
    show: () => {},
  };
  const written = { ...typed, self: true };
  const several = {
    read: (box) => {
      const texts = all(".members input", box).map((input) => input.value.trim());
      return texts.some(Boolean) ? texts : null;
    },
    share: (given, key) => assign(given, key.accept).filter((at) => at >= 0).length / key.accept.length,
    words: (given) => given.filter(Boolean),
    show: (box, given, key) => {
      const hits = assign(given ?? [], key.accept);
      all(".members li", box).forEach((row, at) => {
        if (given?.[at]) mark(row, hits.includes(at), hits.includes(at) ? "✓" : "✗");
      });
    },
  };
  const rows = (box) => all(".order li", box);
  const ordered = {
    read: (box) => (box.dataset.moved ? rows(box).map((row) => Number(row.dataset.place)) : null),
    share: (given, key) => given.filter((place, at) => place === key.right[at]).length / given.length,
    words: (given, { options }) => given.map((place) => options[place]),
    show: (box, given, key) => {
      if (given) rows(box).forEach((row, at) => {
        const right = given[at] === key.right[at];
        mark(row, right, right ? "✓" : "✗");
      });
    },
  };
  const selects = (box) => all(".lefts select", box);
  const matched = {
    read: (box) => {
      const places = selects(box).map((select) => (select.value === "" ? null : Number(select.value)));
      return places.some((place) => place !== null) ? places : null;
    },
    share: (given, key) => given.filter((place, at) => place === key.right[at]).length / key.right.length,
    words: (given, { lefts, options }) => given.map((place, at) => `${lefts[at]} = ${place === null ? "" : options[place]}`),
    show: (box, given, key) => {
      selects(box).forEach((select, at) => {
        const right = given?.[at] === key.right[at];
        if (given && given[at] !== null) mark(select.closest("li"), right, right ? "✓" : "✗");
      });
    },
  };
  const TYPES = {
    choice: picked, truefalse: picked, multi: picked, short: typed, cloze: typed, recall: written, practice: written,
    list: several, order: ordered, match: matched,
  };

  const text = (node) => one(".text", node).textContent.trim();
  const field = (box) => one("input.blank, .typed input, .typed textarea", box);
  const mark = (node, right, label) => {
    node.classList.add(right ? "is-right" : "is-wrong");
    one(".verdict-mark", node).textContent = label;
  };

  // The state of each question. `share` is null until it is judged.

  const questions = quiz.questions.map((told, at) => {
    const box = document.getElementById(`q${at + 1}`);
    const state = { given: null, words: [], share: null, by: "", done: false };
    return { ...told, ...state, at, box, type: TYPES[told.kind], feedback: one(".feedback", box) };
  });
  const answered = (question) => question.done || question.type.read(question.box) !== null;
  const progress = () => {
    const n = questions.filter(answered).length;
    one("#progress").textContent = fill(words.answered, { n, of: questions.length });
    one("#finish").hidden = !one("#result").hidden;
  };
  const changed = () => {
    saved = false;
    progress();
  };

  const lock = (box) => {
    const controls = ".prompt input, .options input, .typed :is(input, textarea), .members input, select, .move";
    for (const control of all(controls, box)) control.disabled = true;
    box.classList.add("done");
  };

  const read = (question) => {
    question.given = question.type.read(question.box);
    question.words = question.given === null ? [] : question.type.words(question.given, question);
  };
  const check = (question) => {
    const { box, type, key } = question;
    read(question);
    question.share = type.self ? null : question.given === null ? 0 : type.share(question.given, key);
    question.by = type.self ? "" : "page";
    question.done = true;
    type.show(box, question.given, key);
    lock(box);
    one(".actions", box).hidden = true;
    question.feedback.hidden = false;
    tell(question);
    changed();
  };

  const verdict = ({ share, given, by, type }) => {
    if (share === null) return ["", words.compare];
    if (share === 1) return ["right", `✓ ${words.right}`];
    if (given === null && by === "page") return ["", words.unanswered];
    if (share === 0 && by === "page" && type === typed) return ["", words.differs];
    return share > 0 ? ["", `◐ ${words.partly}`] : ["wrong", `✗ ${words.wrong}`];
  };
  const tell = (question) => {
    const [style, label] = verdict(question);
    const line = one(".verdict", question.feedback);
    line.className = `verdict ${style}`;
    line.textContent = question.share === null ? label : `${label} · ${gained(question)}`;
    const counts = one(".counts", question.feedback);
    if (counts) counts.hidden = question.share === 1 || question.given === null;
  };
  const gained = ({ share, worth }) => `${rounded((share ?? 0) * worth)} / ${points(worth)}`;

  const judge = (question, button) => {
    question.share = Number(button.dataset.share);
    question.by = "learner";
    for (const other of all(".judge button", question.feedback)) other.setAttribute("aria-pressed", String(other === button));
    tell(question);
    announce(one(".verdict", question.feedback).textContent);
    if (button.closest(".counts")) question.feedback.focus();
    changed();
    if (!one("#result").hidden) result();
  };
  const announce = (message) => {
    one("#announce").textContent = message;
  };

  const move = (question, button) => {
    const row = button.closest("li");
    const by = Number(button.dataset.by);
    const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (other) {
      if (by < 0) other.before(row);
      else other.after(row);
      button.focus();
    }
    question.box.dataset.moved = "yes";
    const n = rows(question.box).indexOf(row) + 1;
    announce(fill(words.moved, { text: text(row), n, of: rows(question.box).length }));
    changed();
  };

  // The result

  const result = () => {
    const score = one("#score");
    score.replaceChildren();
    if (quiz.practice) {
      const of = questions.reduce((sum, question) => sum + question.worth, 0);
      const got = rounded(questions.reduce((sum, question) => sum + (question.share ?? 0) * question.worth, 0));
      const open = questions.filter((question) => question.share === null);
      const missed = questions.filter((question) => question.share !== null && question.share < 1);
      score.append(paragraph(fill(words.score, { got, of }), "total-score"));
      if (!open.length && !missed.length) score.append(paragraph(words.all_right));
      for (const [label, listed] of [[words.unjudged, open], [words.again, missed]]) {
        if (listed.length) score.append(paragraph(label), links(listed));
      }
    } else {
      score.append(paragraph(fill(words.answered, { n: questions.filter(answered).length, of: questions.length })));
    }
    one("#result").hidden = false;
    progress();
  };
  const paragraph = (content, style = "") => {
    const node = document.createElement("p");
    node.className = style;
    node.textContent = content;
    return node;
  };
  const links = (listed) => {
    const list = document.createElement("ul");
    for (const { at, box } of listed) {
      const link = document.createElement("a");
      link.href = `#${box.id}`;
      link.textContent = `${words.question} ${at + 1}`;
      const row = document.createElement("li");
      row.append(link);
      list.append(row);
    }
    return list;
  };
  const finish = () => {
    if (quiz.practice) questions.filter((question) => !question.done).forEach(check);
    result();
    const heading = one("#result-title");
    heading.tabIndex = -1;
    heading.focus();
  };

  // Results by item id, so that forms and years can be put together

  const records = () =>
    questions.map((question) => {
      if (!question.done) read(question);
      const { id, seen, kind, words: given, worth, share, by } = question;
      const gained = share === null ? null : rounded(share * worth);
      return { item: id, seen, type: kind, given, points: gained, of: worth, judged_by: by };
    });
  const head = () => {
    const { course, title, form, seed } = quiz;
    return { learner: one("#learner").value.trim(), course, title, form, seed };
  };
  const json = () => {
    const times = { started_at: startedAt, ended_at: new Date().toISOString() };
    return JSON.stringify({ format: "mediaquiz-results", v: 1, ...head(), ...times, answers: records() }, null, 1);
  };
  // A spreadsheet runs what begins with one of these signs.
  const cell = (value) => {
    const plain = String(value ?? "");
    return `"${(/^[=+\-@\t\r]/.test(plain) && Number.isNaN(Number(plain)) ? `'${plain}` : plain).replace(/"/g, '""')}"`;
  };
  const csv = () => {
    const { learner, course, form, seed } = head();
    const names = ["learner", "course", "form", "seed", "item", "seen", "type", "given", "points", "of", "judged_by"];
    const lines = records().map((row) => Object.values({ learner, course, form, seed, ...row, given: row.given.join(" | ") }));
    return "\ufeff" + [names, ...lines].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
  };
  const save = (kind) => {
    const content = kind === "json" ? json() : csv();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type: kind === "json" ? "application/json" : "text/csv" }));
    const who = one("#learner").value.trim().replace(/[^\p{L}\p{N}]+/gu, "-");
    link.download = [quiz.course, quiz.form, who, "results"].filter(Boolean).join("-") + `.${kind}`;
    link.click();
    URL.revokeObjectURL(link.href);
    saved = true;
  };

  const restart = (button) => {
    if (button.dataset.sure) {
      saved = true;
      location.reload();
    }
    button.dataset.sure = "yes";
    button.textContent = words["restart.sure"];
  };

  for (const question of questions) {
    question.box.addEventListener("input", changed);
    question.box.addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      if (!button) return;
      if (button.matches(".move")) move(question, button);
      else if (button.matches(".check")) {
        question.box.dataset.moved = "yes"; // an order that is checked as it stands is an answer
        check(question);
        question.feedback.focus();
      } else if (button.dataset.share) judge(question, button);
    });
    question.box.addEventListener("keydown", (event) => {
      const enter = event.key === "Enter" && !event.isComposing && event.target.matches("input[type=text]");
      if (enter) one(".check", question.box)?.click();
    });
  }
  one("#finish").addEventListener("click", finish);
  one("#restart").addEventListener("click", (event) => restart(event.target));
  for (const button of all("[data-save]")) button.addEventListener("click", () => save(button.dataset.save));
  addEventListener("beforeunload", (event) => {
    if (!saved) event.preventDefault();
  });
  progress();
})();
