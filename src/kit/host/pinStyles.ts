/* What pins look like. It comes with their scripts and not with the page's stylesheet, since most pages show none.
   On a phone, where a button in the corner would hide the ends of lines, the tray is a bar below them. */
const styles = `
.pin-panel{order:1;flex-basis:100%;padding:.6rem;border-top:1px solid var(--rule)}
.pin-panel[hidden]{display:none}
.toolbar .pin-panel button{border-color:var(--edge);background:var(--raised);color:var(--ink)}
.pin-panel .row{margin:.4rem 0}
.pin-panel input,.pins input{min-height:2.25rem;padding:.3rem .6rem;border:1px solid var(--edge);border-radius:var(--radius);background:var(--raised);min-width:0;width:min(16rem,100%)}
.pin-panel ul,.pins ul{list-style:none;margin:.4rem 0;padding:0;display:flex;flex-wrap:wrap;gap:.4rem}
.pin-panel li button{display:flex;gap:.6rem;align-items:center;max-width:100%;overflow-wrap:anywhere;text-align:left}
.pin-said{order:1}
.pin-said:not(:empty){flex-basis:100%;margin:.3rem .6rem}
.thumb{flex:none;fill:var(--x)}
.pins{position:fixed;z-index:5;right:.6rem;bottom:.6rem;max-width:min(26rem,100vw - 1.2rem);font-family:var(--sans);font-size:var(--s-1);line-height:1.5;display:flex;flex-direction:column-reverse}
.pins.flowing{position:static;max-width:none;padding:.6rem .8rem;flex-direction:column}
.pins:empty{display:none}
.pins>button{align-self:flex-end;box-shadow:0 1px 6px #0003}
.pins.flowing>button{align-self:flex-start;box-shadow:none}
.pins>div{margin-bottom:.4rem;padding:.7rem .9rem;max-height:min(30rem,70vh);overflow:auto;background:var(--raised);border:1px solid var(--edge);border-radius:10px;box-shadow:0 4px 24px #0003}
.pins.flowing>div{max-height:none;margin:.4rem 0 0;box-shadow:none}
.pins>div[hidden]{display:none}
.pins p{margin:.2rem 0}
.pins li{flex-basis:100%;display:grid;grid-template-columns:auto minmax(0,1fr);gap:.1rem .7rem;align-items:center;padding:.3rem 0;border-top:1px solid var(--rule)}
.pins li:first-child{border-top:0}
.pins li .row,.pins li .copyable{grid-column:1/-1}
.pins li>span{overflow-wrap:anywhere}
.pins small{color:var(--soft)}
.pins .row button{min-height:2rem;padding:.1rem .6rem}
:root:has(.pins:not(.flowing)){scroll-padding-bottom:4rem}
body:has(>.pins:not(.flowing)){padding-bottom:3.5rem}
@media (max-width:48rem){.pins:not(.flowing){left:0;right:0;bottom:0;max-width:none;padding:.3rem .6rem;background:var(--paper);border-top:1px solid var(--rule)}}
@media print{.pins{display:none}body:has(>.pins){padding-bottom:0}}
`;

let adopted = false;

/** A sheet that is made, not written into the page: the page's policy allows no other. */
export function adoptPinStyles(): void {
  if (adopted) return;
  adopted = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
