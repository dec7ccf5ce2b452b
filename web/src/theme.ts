import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core';

// Every colour and size of the client. Style sheets use the variables below; only the widths in media queries have to be repeated
// there, because a media query cannot read a variable: 1200px (notes beside a blog), 1100px (icons-only sidebar), 640px (phone).

const green: MantineColorsTuple = [
  '#EEF5F1',
  '#DCEAE3',
  '#B9D6CA',
  '#8FC4AE',
  '#5DB592',
  '#3C9273',
  '#2A7F62',
  '#1F6F54',
  '#185A44',
  '#124534',
];
const red: MantineColorsTuple = [
  '#FBEFEC',
  '#F5DCD6',
  '#EBBBB0',
  '#E8978A',
  '#E98A7C',
  '#CB5A49',
  '#B94433',
  '#A53325',
  '#8A291D',
  '#6E2017',
];

// Mantine takes borders, surfaces and hovers of its own parts from these two: gray in the light scheme, dark in the dark one.
const gray: MantineColorsTuple = [
  '#FBFAF7',
  '#F2EFE8',
  '#E7E3DA',
  '#D8D3C7',
  '#8F897D',
  '#7D776B',
  '#6B665C',
  '#4E4A42',
  '#37332D',
  '#23211D',
];
const darkGray: MantineColorsTuple = [
  '#ECE8DF',
  '#C9C3B7',
  '#A39C8F',
  '#A39C8F',
  '#4A453D',
  '#37332D',
  '#211F1C',
  '#191816',
  '#141311',
  '#0F0E0D',
];

const light = {
  '--paper': '#FBFAF7',
  '--raised': '#FFFFFF',
  '--line': '#E7E3DA',
  '--field-line': '#8F897D', // 3 to 1 against paper, as the edge of a field must have
  '--ink': '#23211D',
  '--muted': '#6B665C',
  '--hover': '#F2EFE8',
  '--accent': '#1F6F54',
  '--accent-hover': '#185A44',
  '--accent-soft': '#E6F0EA',
  '--on-accent': '#FFFFFF',
  '--danger': '#A53325',
  '--danger-hover': '#8A291D',
  '--on-danger': '#FFFFFF',
  '--mark-mine': '#DCEEE3',
  '--mark-mine-line': '#6BA48B',
  '--mark-others': '#FAEDCB',
  '--mark-others-line': '#B98A22',
  '--mark-chosen': '#F6DFA4',
  '--float-shadow': '0 8px 28px rgb(35 33 29 / 14%)',
};

const dark: typeof light = {
  '--paper': '#191816',
  '--raised': '#211F1C',
  '--line': '#37332D',
  '--field-line': '#7C766B',
  '--ink': '#ECE8DF',
  '--muted': '#A39C8F',
  '--hover': '#262420',
  '--accent': '#5DB592',
  '--accent-hover': '#76C5A5',
  '--accent-soft': '#20342C',
  '--on-accent': '#191816',
  '--danger': '#E98A7C',
  '--danger-hover': '#F0A398',
  '--on-danger': '#191816',
  '--mark-mine': '#213D31',
  '--mark-mine-line': '#5DB592',
  '--mark-others': '#40361D',
  '--mark-others-line': '#C9A24A',
  '--mark-chosen': '#5C4A1B',
  '--float-shadow': '0 8px 28px rgb(0 0 0 / 50%)',
};

const sizes = {
  '--sidebar-width': '232px',
  '--rail-width': '60px',
  '--bar-height': '56px',
  '--list-width': '920px',
  '--reading-width': '640px',
  '--aside-width': '320px',
  '--notes-width': '400px',
  '--form-width': '360px',
  '--row-height': '60px',
  '--gutter': '24px',
  '--gutter-phone': '12px',
  '--touch': '40px',
  '--dot': '8px',
  '--accent-bar': '3px',
  '--ring': '2px',
  '--font-fact': '13px',
  '--font-base': '14px',
  '--font-title': '15px',
  '--font-heading': '16px',
  '--font-page': '20px',
  '--font-reading': '19px',
  '--font-reading-title': '30px',
  '--font-reading-title-phone': '24px',
  '--reading': "'Literata Variable', Georgia, serif",
  '--move': '120ms',
};

/** The height of a list row in pixels, for the virtualised list; the same as --row-height. */
export const ROW_HEIGHT = 60;
export const ICON = { size: 18, stroke: 1.5 };

const VEIL = 0.4; // how black lies over the page while a dialog is open

const FLOATING = { borderColor: 'var(--line)', background: 'var(--raised)', boxShadow: 'var(--float-shadow)' };

export const theme = createTheme({
  primaryColor: 'green',
  primaryShade: { light: 7, dark: 4 },
  colors: { green, red, gray, dark: darkGray },
  black: light['--ink'],
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: '13px', sm: '14px', md: '14px', lg: '15px', xl: '16px' },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '20px' }, h2: { fontSize: '16px' }, h3: { fontSize: '15px' } },
  },
  defaultRadius: '6px',
  components: {
    Menu: { styles: { dropdown: FLOATING } },
    Popover: { styles: { dropdown: FLOATING } },
    Overlay: { defaultProps: { backgroundOpacity: VEIL } },
    Modal: { styles: { content: { background: 'var(--raised)' }, header: { background: 'var(--raised)' } } },
    Checkbox: { defaultProps: { iconColor: 'var(--on-accent)' } },
    Input: { styles: { wrapper: { '--input-bd': 'var(--field-line)' } } },
    InputWrapper: { styles: { required: { color: 'var(--muted)' } } },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  // White on the light green of the dark theme would be 2.4 to 1, so what stands on a filled part changes with the scheme.
  variantColorResolver: (input) => {
    const resolved = defaultVariantColorsResolver(input);
    const kind = input.color === 'red' ? 'danger' : 'accent';
    if (input.variant !== 'filled' || (input.color && !['red', 'green'].includes(input.color))) return resolved;
    return {
      ...resolved,
      background: `var(--${kind})`,
      hover: `var(--${kind}-hover)`,
      color: `var(--on-${kind})`,
    };
  },
});

/** Hands the tokens to Mantine's own variables, so that its parts look like ours. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--paper-veiled': `color-mix(in srgb, var(--paper), #000 ${100 * VEIL}%)`,
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--muted)',
    '--mantine-color-placeholder': 'var(--muted)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--danger)',
    '--mantine-color-default': 'var(--raised)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-primary-color-filled': 'var(--accent)',
    '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
    '--mantine-primary-color-contrast': 'var(--on-accent)',
  };
  return { variables: sizes, light: { ...shared, ...light }, dark: { ...shared, ...dark } };
};
