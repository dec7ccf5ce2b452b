import { lazy, type ReactNode, Suspense, useState } from 'react';

const AccountMenu = lazy(() => import('./account-menu.tsx'));

interface Props {
  className: string | undefined;
  label: string;
  /** On a phone the menu also holds the pages that the bar has no room for. */
  withPages?: boolean;
  openKeys: () => void;
  children: ReactNode;
}

/** A button that opens the account menu; the menu itself is fetched when it is opened first. */
export function MenuOpener({ className, label, withPages = false, openKeys, children }: Props) {
  const [isWanted, setWanted] = useState(false);
  const button = (
    <button
      type="button"
      className={className}
      aria-label={label}
      title={label}
      aria-haspopup="menu"
      onClick={() => setWanted(true)}
    >
      {children}
    </button>
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <AccountMenu
        className={className}
        label={label}
        withPages={withPages}
        openKeys={openKeys}
        onClose={() => setWanted(false)}
      >
        {children}
      </AccountMenu>
    </Suspense>
  );
}
