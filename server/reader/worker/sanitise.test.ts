import { describe, expect, test, vi } from 'vitest';
import { sanitise } from './sanitise.js';
import { parseHtml } from './window.js';

vi.setConfig({ testTimeout: 30_000 });
const page = 'https://example.com/posts/1';
const clean = (html: string) => sanitise(html, page, page).innerHTML;

const HOSTILE = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="x` `<script>alert(1)</script>"` `>',
  '<img/src="x"/onerror=alert(1)>',
  '<img src=javascript:alert(1)>',
  '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
  '<img srcset="javascript:alert(1) 1x">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="java&#10;script:alert(1)">x</a>',
  '<a href="&#1;javascript:alert(1)">x</a>',
  '<a href=" javascript:alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="file:///etc/passwd">x</a>',
  '<a href="https://user:secret@evil.example/">x</a>',
  '<a xlink:href="javascript:alert(1)">x</a>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<svg><set attributeName=href to=javascript:alert(1)>',
  '<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1)>#x"></use></svg>',
  '<svg><foreignObject><img src=x onerror=alert(1)></foreignObject></svg>',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<math><mi><mglyph><svg><mtext><textarea><path id="</textarea><img onerror=alert(1) src=1>">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<math href="javascript:alert(1)"><mtext>x</mtext></math>',
  '<math><annotation-xml encoding="text/html"><img src=x onerror=alert(1)></annotation-xml></math>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template>',
  '<template><template><img src=x onerror=alert(1)></template></template>',
  '<div><template shadowrootmode=open><img src=x onerror=alert(1)></template></div>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<applet code=x></applet>',
  '<base href="https://evil.example/">',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<link rel=stylesheet href="https://evil.example/x.css">',
  '<style>@import "https://evil.example/x.css"; body{background:url(javascript:alert(1))}</style>',
  '<p style="background:url(javascript:alert(1));position:fixed">x</p>',
  '<form action="https://evil.example/"><input name=password><button formaction="javascript:alert(1)">x</button></form>',
  '<isindex action="javascript:alert(1)">',
  '<input autofocus onfocus=alert(1)>',
  '<video src=x onerror=alert(1)><source onerror=alert(1)></video>',
  '<audio src=x onerror=alert(1)>',
  '<details open ontoggle=alert(1)>x</details>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<body onload=alert(1)>',
  '<p onclick=alert(1) onmouseover="alert(1)">x</p>',
  '<p data-x="y" aria-label="z" contenteditable is="x-y" slot=a part=b>x</p>',
  '<x-element onclick=alert(1)>x</x-element>',
  '<img name=getElementById id=querySelector src=x.png>',
  '<a id=location name=cookie href="/x">x</a>',
  '<p id="__proto__">x</p>',
  '<xmp><p title="</xmp><img src=x onerror=alert(1)>"></xmp>',
  '<textarea><p title="</textarea><img src=x onerror=alert(1)>">',
  '<plaintext><img src=x onerror=alert(1)>',
  '<title><p title="</title><img src=x onerror=alert(1)>">',
  '<!--><img src=x onerror=alert(1)>-->',
  '<!--[if IE]><script>alert(1)</script><![endif]-->',
  '<?xml version="1.0"?><img src=x onerror=alert(1)>',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<p class="evil language-js">x</p><code class="language-js evil">y</code>',
  '<a href="//evil.example/x" target=_self rel=opener>x</a>',
  `${'<div>'.repeat(150)}<svg><style><img src=x onerror=alert(1)></style>`,
];

const ELEMENTS =
  /^(a|abbr|b|bd[io]|blockquote|br|caption|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|r[pt]|ruby|s|samp|small|strong|su[bp]|summary|table|tbody|td|tfoot|th|thead|time|tr|u|ul|var|wbr)$/;
const ATTRIBUTES =
  /^(alt|class|colspan|datetime|decoding|dir|height|href|id|lang|loading|referrerpolicy|rel|reversed|rowspan|scope|span|src|start|title|value|width)$/;

/** What a browser would make of the answer, looked at element by element. */
function dangers(html: string): string[] {
  const root = parseHtml(html, page) as unknown as { body: { querySelectorAll(selector: '*'): Iterable<DomElement> } };
  return [...root.body.querySelectorAll('*')].flatMap((element) => {
    const found =
      element.namespaceURI.endsWith('/xhtml') && ELEMENTS.test(element.localName) ? [] : [element.localName];
    for (const { name, value } of element.attributes) {
      if (!ATTRIBUTES.test(name)) found.push(`${element.localName} ${name}`);
      if (name === 'href' && !/^(https?:\/\/(?![^/]*@)|mailto:|#user-content-)/.test(value))
        found.push(`href ${value}`);
      if (name === 'src' && !/^https?:\/\//.test(value)) found.push(`src ${value}`);
      if (name === 'id' && !value.startsWith('user-content-')) found.push(`id ${value}`);
      if (name === 'class' && !/^language-[\w#+.-]+$/.test(value)) found.push(`class ${value}`);
    }
    return found;
  });
}
type DomElement = { localName: string; namespaceURI: string; attributes: Iterable<{ name: string; value: string }> };

describe('nothing hostile is left, also when the answer is parsed once more', () => {
  test.each(HOSTILE.map((html) => [html.slice(0, 90), html]))('%s', (_start, html) => {
    const once = clean(`<p>before</p>${html}<p>after</p>`);
    expect(dangers(once)).toEqual([]);
    expect(clean(once)).toBe(once); // stable: parsing again changes nothing, so nothing can unfold later
  });
  test('as one page', () => expect(dangers(clean(HOSTILE.join('\n')))).toEqual([]));
});

describe('what is kept', () => {
  test.each([
    ['<a href="../about">x</a>', '<a href="https://example.com/about" rel="noopener noreferrer nofollow">x</a>'],
    ['<a href="mailto:a@example.com">x</a>', '<a href="mailto:a@example.com" rel="noopener noreferrer nofollow">x</a>'],
    ['<a href="tel:1">x</a>', '<a>x</a>'],
    ['<a href="#n">x</a><p id="n">y</p>', '<a href="#user-content-n">x</a><p id="user-content-n">y</p>'],
    ['<a href="#gone">x</a>', '<a href="https://example.com/posts/1#gone" rel="noopener noreferrer nofollow">x</a>'],
    [
      '<img src="/a.png" width="5">',
      '<img src="https://example.com/a.png" width="5" alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer">',
    ],
    [
      '<pre><code class="hljs language-c++">a &lt; b</code></pre>',
      '<pre><code class="language-c++">a &lt; b</code></pre>',
    ],
    ['<table><tbody><tr><th scope="row">a</th><td colspan="2">b</td></tr></tbody></table>', null],
    ['<ol start="3" reversed=""><li value="7">x</li></ol>', null],
    ['<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>', null],
    ['<p dir="rtl" lang="ar">x</p>', null],
    ['<p></p><p> </p><p>x</p>', '<p>x</p>'],
    ['<span>x</span><font color=red>y</font>', 'xy'],
    ['<button>Copy</button>x', 'x'],
  ])('%s', (html, expected) => expect(clean(html)).toBe(expected ?? html));
});
