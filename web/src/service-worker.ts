/** Lets what was opened be read without a connection. Only where the browser allows it: behind TLS, or on one's own machine. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // After the page is there: what it fetches for later must not hold up what is wanted now.
  window.addEventListener('load', () => void navigator.serviceWorker.register('/service-worker.js').catch(() => {}));
}
