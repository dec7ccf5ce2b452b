import { IconBookmarkPlus } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { showMessage } from '../../parts/messages.ts';
import { Section } from '../../parts/section.tsx';
import { ICON } from '../../theme.ts';
import { bookmarklet } from './bookmarklet.ts';
import styles from './from-anywhere.module.css';

/** Ways to put a page on one's list without coming here first. */
export function FromAnywhereSection() {
  const link = useRef<HTMLAnchorElement>(null);
  // Set by hand, because React refuses an address that is a program.
  useEffect(() => link.current?.setAttribute('href', bookmarklet(window.location.origin)), []);
  return (
    <>
      <Section
        title="Bookmark button"
        lead="Drag it to the bookmarks bar of your browser. On any page, click it there: the page opens here, ready to be saved."
      >
        {/* biome-ignore lint/a11y/useValidAnchor: a bookmark is dragged as a link, and this one is for dragging */}
        <a
          ref={link}
          href="#bookmark"
          className={styles.bookmark}
          onClick={(event) => {
            event.preventDefault(); // the Content-Security-Policy would refuse to run it here
            showMessage({ text: 'Drag this button to the bookmarks bar of your browser; it works from there.' });
          }}
        >
          <IconBookmarkPlus {...ICON} />
          Save to Carrel
        </a>
      </Section>
      <Section
        title="Browser extension"
        lead={
          <>
            For Chrome, Edge and other Chromium browsers: saves the page you are on to your list or to a team’s, with a
            note. It asks for this address, <code>{window.location.origin}</code>, and an API token, which you make
            under API tokens. How to install it is in the documentation, in extension.md.
          </>
        }
      >
        {null}
      </Section>
      <Section
        title="On your phone"
        lead="Open this page on the phone and choose “Install app” or “Add to home screen” in the menu of the browser. On Android, Carrel is then in the list of every Share button. What you opened can be read there without a connection until you sign out."
      >
        {null}
      </Section>
    </>
  );
}
