// Before the first paint, so that a chosen theme never flashes the other one; a file, because inline scripts are refused.
(() => {
  const chosen = localStorage.getItem('carrel-color-scheme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.style.colorScheme = chosen;
})();
