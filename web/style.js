// The shadow root's style: the box for the canvas, the mirror laid over it, the skeleton shown while loading, and
// notices. The dashboard's own colours and sizes are the view's (src/view/theme.cpp); these few are what must be there
// before the module is. The skeleton's heights follow those of a profile with eight tasks and five pieces of evidence,
// such as the first one. The mirror in normal flow, for print, forced colours and where nothing can be drawn, is styled
// by task-scope.css.

export const style = new CSSStyleSheet();
style.replaceSync(`
:host { display: block; position: relative; container-type: inline-size; --ink: #14202e; --muted: #55606f;
  --page: #ffffff; --line: #d9dee5; --track: #e8ecf1; --error: #b3261e; --focus: #0b63ce; }
:host([hidden]) { display: none; }
.root { position: relative; color: var(--ink); background: var(--page); color-scheme: light; }
@media screen {
  .dark { --ink: #e9eef4; --muted: #a7b3c1; --page: #10161d; --line: #2c3744; --track: #25303c; --error: #ff8a7a;
    --focus: #6db3ff; color-scheme: dark; }
}
[hidden]:not(.mirror *) { display: none; }
.em, .announcement { position: absolute; visibility: hidden; white-space: nowrap; }
.announcement { visibility: visible; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.stage { position: relative; }
.stage > div:not(.mirror), canvas { display: none; position: absolute; inset: 0; bottom: auto; }
.stage > div:nth-of-type(2) { inset: auto 0 0; }
@media screen and (forced-colors: none) {
  .stage:not(.open) { height: var(--height); overflow: clip; }
  .stage:not(.open) > div:not(.mirror), .stage:not(.open) > canvas { display: block; }
  canvas { width: 100%; height: 1px; }
  .stage:not(.open) > .mirror { position: absolute; inset: 0; color: transparent; }
  .stage:not(.open) > .mirror * { position: absolute; left: var(--x); top: var(--y); width: var(--w);
    height: var(--h); display: block; box-sizing: border-box; margin: 0; padding: 0; border: 0; background: none;
    color: inherit; font-family: inherit; text-align: left; text-decoration: none; list-style: none;
    white-space: pre; cursor: inherit; }
  .stage:not(.open) > .mirror .line { font-size: var(--size); font-weight: var(--weight); line-height: var(--h); }
  .stage:not(.open) > .mirror :is(button, a) { cursor: pointer; }
  .stage:not(.open) > .mirror :is(meter, .columns, caption, .meaning, .words) { overflow: hidden; user-select: none; }
  .stage:not(.open) > .mirror :is(meter, .columns) { clip-path: inset(50%); }
  .stage:not(.open) > .mirror ::selection { color: transparent;
    background: color-mix(in srgb, Highlight 40%, transparent); }
}
.mirror :is(button, a) { scroll-margin: 0.5em; }
.mirror :focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; border-radius: 6px; }

.skeleton { padding: 1.25em; box-sizing: border-box; display: grid; gap: 1em; grid-template-columns: 100%;
  grid-auto-rows: 1fr; height: calc(402em - 432cqw); }
.skeleton div { border: 1px solid var(--line); border-radius: 10px; background: var(--track); opacity: 0.5; }
@container (min-width: 42.5em) { .skeleton { height: calc(336em - 265cqw); } }
@container (min-width: 56.25em) {
  .skeleton { height: max(309em - 232cqw, 159em - 31.6cqw, 126.4em); }
}

.notice { margin: 1.25em; padding: 1.1em; border: 1px solid var(--line); border-left: 4px solid var(--error);
  border-radius: 10px; font-size: 0.9375em; line-height: 1.5; overflow-wrap: anywhere; }
.notice p { margin: 0; }
.notice .title { font-weight: 600; }
.notice .text, .notice .place { color: var(--muted); }
.diagnostics { margin: 0.75em 0 0; padding-left: 1.5em; }
.diagnostics li + li { margin-top: 0.5em; }
.place { display: block; font-size: 0.8667em; }
.retry { margin-top: 0.75em; padding: 0.4em 0.8em; font: inherit; font-weight: 600; color: inherit;
  background: transparent; border: 1px solid var(--line); border-radius: 8px; cursor: pointer; }
.retry:hover { background: var(--track); }
`);
