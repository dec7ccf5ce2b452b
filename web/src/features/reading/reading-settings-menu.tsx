import { ActionIcon, Popover, SegmentedControl, Switch } from '@mantine/core';
import { IconMinus, IconPlus, IconTypography } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { IN_CONTENT } from '../../parts/in-content.ts';
import { ICON } from '../../theme.ts';
import { changeReadingSettings, FONTS, SIZES, SPACINGS, useReadingSettings, WIDTHS } from './reading-settings.ts';
import styles from './reading-settings-menu.module.css';

interface Props {
  className: string | undefined;
  /** Whether this server leaves it to the reader when pictures are loaded. */
  asksForPictures: boolean;
}

/** How texts look to this reader: font, size, width of the column, space between the lines. */
export default function ReadingSettingsMenu({ className, asksForPictures }: Props) {
  const { font, size, width, spacing, pictures } = useReadingSettings();
  return (
    <Popover position="bottom-end" width={300} portalProps={IN_CONTENT} transitionProps={{ duration: 0 }} trapFocus>
      <Popover.Target>
        <button type="button" className={className} aria-label="How the text looks" title="How the text looks">
          <IconTypography {...ICON} />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label="How the text looks">
        <div className={styles.settings}>
          <Row label="Size">
            <div className={styles.size}>
              <Step label="Smaller" icon={IconMinus} isOff={size <= SIZES.least} to={size - 1} />
              <output aria-live="polite">{size} px</output>
              <Step label="Larger" icon={IconPlus} isOff={size >= SIZES.most} to={size + 1} />
            </div>
          </Row>
          <Choice
            label="Font"
            choices={FONTS}
            value={font}
            onChange={(value) => changeReadingSettings({ font: value })}
          />
          <Choice
            label="Width"
            choices={WIDTHS}
            value={width}
            onChange={(value) => changeReadingSettings({ width: value })}
          />
          <Choice
            label="Lines"
            choices={SPACINGS}
            value={spacing}
            onChange={(value) => changeReadingSettings({ spacing: value })}
          />
          {asksForPictures && (
            <Switch
              label="Always show pictures"
              description="They come from their own sites, which then learn that somebody here reads this."
              checked={pictures}
              onChange={(event) => changeReadingSettings({ pictures: event.currentTarget.checked })}
            />
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <span className={styles.label}>{label}</span>
      {children}
    </div>
  );
}

function Step({ label, icon: Icon, isOff, to }: { label: string; icon: typeof IconPlus; isOff: boolean; to: number }) {
  return (
    <ActionIcon
      variant="default"
      size="input-sm"
      aria-label={label}
      title={label}
      disabled={isOff}
      onClick={() => changeReadingSettings({ size: to })}
    >
      <Icon {...ICON} />
    </ActionIcon>
  );
}

interface ChoiceProps<K extends string> {
  label: string;
  choices: Record<K, string>;
  value: K;
  onChange: (value: K) => void;
}

function Choice<K extends string>({ label, choices, value, onChange }: ChoiceProps<K>) {
  const data = (Object.entries(choices) as [K, string][]).map(([key, name]) => ({ value: key, label: name }));
  return (
    <Row label={label}>
      <SegmentedControl
        aria-label={label}
        fullWidth
        size="xs"
        data={data}
        value={value}
        onChange={(chosen) => onChange(chosen as K)}
      />
    </Row>
  );
}
