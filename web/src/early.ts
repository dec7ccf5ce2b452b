declare global {
  interface Window {
    /** Answers that public/first.js asked for while the scripts were on their way, by their path below /api. */
    carrelEarly?: Record<string, Promise<Response | undefined>>;
  }
}

const FRESH_MS = 30_000; // what nobody took by then is asked anew

/** The answer to what was asked before the scripts were here; each is given once. Undefined when there is none or it failed. */
export async function takeEarly(path: string): Promise<Response | undefined> {
  const answer = window.carrelEarly?.[path];
  if (!answer || performance.now() > FRESH_MS) return undefined;
  delete window.carrelEarly?.[path];
  const response = await answer;
  return response?.ok ? response : undefined;
}
