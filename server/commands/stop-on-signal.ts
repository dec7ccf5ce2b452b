/**
 * Ends the process on SIGINT (Ctrl-C) and SIGTERM. While the server is starting, at once: what is half done is undone or
 * begun anew at the next start, and creating a database would make somebody wait for seconds who wants to go. Once the answer
 * is called, by what it is given; a second signal does not wait for that.
 */
export function stopOnSignal(say: (line: string) => void): (close: () => Promise<void>) => void {
  let close: (() => Promise<void>) | undefined;
  let asked = false;
  const stop = (signal: 'SIGINT' | 'SIGTERM') => {
    if (!close) say(`${signal} while starting: stopped.`);
    if (!close || asked) process.exit(signal === 'SIGINT' ? 130 : 143);
    asked = true;
    say(`${signal}: finishing running requests …`);
    close().then(
      () => {
        say('Closed.');
        process.exit(0);
      },
      (error) => {
        console.error(`carrel: ${error.message}`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return (closeAll) => {
    close = closeAll;
  };
}
