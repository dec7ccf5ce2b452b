// Before the first paint, while the scripts of the client are still on their way; a file, because inline scripts are refused.
(() => {
  // A chosen theme must never flash the other one.
  const chosen = localStorage.getItem('carrel-color-scheme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.style.colorScheme = chosen;

  // What the client asks first it finds asked already, by address: src/early.ts takes it from here.
  const ask = (path) => fetch(`/api${path}`).catch(() => undefined);
  const status = ask('/status');
  window.carrelEarly = { '/status': status };
  if (location.pathname !== '/' || location.search) return;
  const list = '/readinglists?read=false&noteCounts=1';
  window.carrelEarly[list] = status
    .then((answer) => (answer?.ok ? answer.clone().json() : undefined))
    .then((known) => (known?.user ? ask(list) : undefined));
})();
