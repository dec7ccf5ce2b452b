import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTagged } from '../features/readinglists/use-tagging.ts';
import { useShared } from '../features/teams/use-share.ts';
import { useKeys } from '../keys.ts';
import { useLive } from '../live/use-live.ts';
import { undoNewest } from '../parts/messages.ts';
import { BottomBar } from './bottom-bar.tsx';
import styles from './shell.module.css';
import { Sidebar } from './sidebar.tsx';

const loadPalette = () => import('./palette.tsx');
const Palette = lazy(loadPalette);
const ShareBlog = lazy(() => import('../features/teams/share-blog.tsx'));
const TagDialog = lazy(() => import('../features/readinglists/tag-dialog.tsx'));
const KeysOverlay = lazy(() => import('./keys-overlay.tsx'));

/** After the first paint; what somebody types right behind Ctrl-K would be lost while the palette is on its way. */
const PALETTE_AFTER_MS = 1000;

/** The frame around every screen behind the login: the navigation, the palette, and the keys that work everywhere. */
export function Shell() {
  const [open, setOpen] = useState<'palette' | 'keys'>();
  const close = () => setOpen(undefined);
  const [shared, closeShare] = useShared();
  const [tagged, closeTags] = useTagged();
  useLive();
  useKeys('Everywhere', [
    { key: '?', label: 'List the keys', run: () => setOpen('keys') },
    { key: 'z', label: 'Undo what was just done', run: undoNewest },
  ]);
  useEffect(() => {
    const timer = setTimeout(loadPalette, PALETTE_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  usePaletteKey(() => setOpen((now) => (now === 'palette' ? undefined : 'palette')));

  const openers = { openPalette: () => setOpen('palette'), openKeys: () => setOpen('keys') };
  return (
    <div className={styles.frame}>
      <a href="#content" className={styles.skip}>
        Skip to content
      </a>
      <Sidebar {...openers} />
      <main id="content" className={styles.content} tabIndex={-1}>
        <Outlet />
      </main>
      <BottomBar {...openers} />
      <Suspense>
        {open === 'palette' && <Palette onClose={close} openKeys={openers.openKeys} />}
        {shared && <ShareBlog blog={shared} onClose={closeShare} />}
        {tagged && <TagDialog reading={tagged} onClose={closeTags} />}
        {open === 'keys' && <KeysOverlay onClose={close} />}
      </Suspense>
    </div>
  );
}

/** Ctrl-K and Cmd-K, also while somebody types. */
function usePaletteKey(toggle: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      toggle();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  });
}
