// The theme starts its search worker (40 kB) and loads the whole index with each page: wait until somebody goes near the search.
(() => {
  const near = /[?&][qh]=/.test(location.search) ? Promise.resolve() : new Promise((done) => {
    const told = (event) => { if (event.type === "keydown" || event.target.closest?.(".md-header,.md-search")) done(); };
    for (const type of ["focusin", "keydown", "pointerover", "touchstart"])
      addEventListener(type, told, {capture: true, passive: true});
  });
  const asked = XMLHttpRequest.prototype, {open, send} = asked;
  asked.open = function (method, url) {
    this.later = /search_index/.test(url);
    return open.apply(this, arguments);
  };
  asked.send = function () {
    return this.later ? near.then(() => send.apply(this, arguments)) : send.apply(this, arguments);
  };
  const Real = Worker;
  window.Worker = class extends EventTarget {
    constructor(url) {
      super();
      this.made = near.then(() => {
        const real = new Real(url);
        real.onmessage = ({data}) => this.dispatchEvent(new MessageEvent("message", {data}));
        return real;
      });
    }
    postMessage(message) { this.made.then((real) => real.postMessage(message)); }
  };
})();
