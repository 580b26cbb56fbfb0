"""The page around the previewed page: it reloads it and shows what is wrong.

The brief itself stands in a frame, so that it is the very page that a build writes, under its own
policy; only this page has a script.
"""

_SHELL = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Preview: {title}</title>
<style nonce="{nonce}">
html, body {{ margin: 0; height: 100%; }}
body {{ display: flex; flex-direction: column; font: 15px/1.45 sans-serif; color: #1d2733; }}
iframe {{ flex: 1; border: 0; width: 100%; background: #fff; }}
#told {{ max-height: 45%; overflow: auto; background: #fff4e5; border-bottom: 2px solid #b45309; }}
#told ul {{ margin: 0; padding: 8px 16px; list-style: none; }}
#told li {{ margin: 6px 0; }}
#told code {{ display: block; margin: 3px 0; padding: 3px 6px; background: #fff;
  white-space: pre-wrap; }}
#told .where {{ font-weight: 600; }}
#told .hint {{ color: #5a4632; }}
#busy {{ padding: 4px 16px; background: #e8eef5; }}
[hidden] {{ display: none !important; }}
</style>
</head>
<body>
<div id="busy" role="status" hidden></div>
<div id="told" role="alert" aria-label="What is to be mended" hidden><ul></ul></div>
<iframe id="page" title="The brief" src="about:blank"></iframe>
<script nonce="{nonce}">
"use strict";
const frame = document.getElementById("page");
const told = document.getElementById("told");
const busy = document.getElementById("busy");
let shown = 0;

function add(item, kind, name, text) {{
  if (!text) return;
  const part = document.createElement(kind);
  part.className = name;
  part.textContent = text;
  item.append(part);
}}

function tell(problems) {{
  const list = told.firstElementChild;
  list.replaceChildren();
  for (const problem of problems) {{
    const item = document.createElement("li");
    add(item, "span", "where", problem.where ? problem.where + ": " : "");
    add(item, "span", "message", problem.message);
    add(item, "code", "line", problem.line);
    add(item, "span", "hint", problem.hint ? " (" + problem.hint + ")" : "");
    list.append(item);
  }}
  told.hidden = problems.length === 0;
}}

function load(number) {{
  const place = frame.contentWindow.scrollY || 0;
  frame.onload = () => {{
    frame.contentWindow.scrollTo(0, place);
    document.documentElement.dataset.page = number;
  }};
  frame.contentWindow.location.replace("page?" + number);
}}

function say(text) {{
  busy.textContent = text;
  busy.hidden = !text;
}}

const news = new EventSource("events");
news.onmessage = (message) => {{
  const state = JSON.parse(message.data);
  tell(state.problems);
  say(state.busy);
  if (state.page !== shown) {{
    shown = state.page;
    load(shown);
  }}
}};
news.onerror = () => say("The preview has ended, or cannot be reached.");
</script>
</body>
</html>
"""


def make_shell(title: str, nonce: str) -> str:
    """Return the outer page.

    Args:
        title: of the window; escaped by the caller.
        nonce: the word by which its own style and script are known to the browser.
    """
    return _SHELL.format(title=title, nonce=nonce)


def policy_of(nonce: str) -> str:
    """Return the policy of the outer page: its own script and frame, nothing from elsewhere."""
    return (
        f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; "
        "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )
