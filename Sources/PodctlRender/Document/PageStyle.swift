/// The one style of podctl's pages. On paper it does with what WeasyPrint 57 of Debian 12 knows: no grid, no gap, and no
/// variable in a shorthand of background or border. Colours hold 4.5:1 against their ground and differ in lightness, so
/// that they stay apart in grey; tables turn into lists of named figures on a phone.
enum PageStyle {
  static let css = """
    :root {
      color-scheme: light dark;
      --paper: #ffffff; --ground: #f4f5f3; --ink: #1a2226; --soft: #56626a; --rule: #dcdfdc; --faint: #eef0ed;
      --accent: #0b5560; --accent-soft: #cfe2e3; --good: #1d6b42; --caution: #8a5200; --bad: #9c2730;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #171d20; --ground: #0f1416; --ink: #e7ecec; --soft: #a3b0b5; --rule: #333d41; --faint: #20282b;
        --accent: #7cc4cc; --accent-soft: #24454a; --good: #7fcf9f; --caution: #e6b566; --bad: #f09a9f;
      }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; }
    body {
      margin: 0; background-color: var(--ground); color: var(--ink);
      font: 15px/1.5 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", "Noto Sans", "Noto Sans CJK SC", sans-serif;
      font-variant-numeric: tabular-nums lining-nums;
    }
    main { max-width: 860px; margin: 32px auto; padding: 48px 56px 40px; background-color: var(--paper); }
    h1 { margin: 0; font-size: 34px; line-height: 1.15; letter-spacing: -0.015em; font-weight: 700; }
    h2 { margin: 0 0 14px; font-size: 19px; line-height: 1.3; letter-spacing: -0.005em; }
    p { margin: 0 0 12px; max-width: 68ch; }
    .kicker { margin: 0 0 10px; color: var(--accent); font-size: 13px; font-weight: 700; }
    .sub { margin: 6px 0 0; color: var(--soft); font-size: 18px; }
    section { margin-top: 40px; padding-top: 22px; border-top: 1px solid; border-top-color: var(--rule); }
    dl.facts { display: flex; flex-wrap: wrap; gap: 14px 36px; margin: 24px 0 0; }
    dl.facts div { min-width: 0; }
    dl.facts dt { color: var(--soft); font-size: 12.5px; }
    dl.facts dd { margin: 0; overflow-wrap: anywhere; }
    section dl.facts { display: block; margin: 0; }
    section dl.facts div {
      display: grid; grid-template-columns: 150px 1fr; gap: 16px; padding: 7px 0;
      border-top: 1px solid; border-top-color: var(--faint);
    }
    section dl.facts div:first-child { border-top: 0; }
    section dl.facts dt { font-size: 14px; }
    section dl.facts dd { font-size: 14px; }
    .verdict {
      margin-top: 30px; padding: 18px 22px; border-left: 5px solid; border-left-color: var(--tone);
      background-color: var(--faint);
    }
    .verdict p { margin: 0; font-size: 18px; line-height: 1.45; max-width: none; }
    .verdict strong { color: var(--tone); }
    .good { --tone: var(--good); } .caution { --tone: var(--caution); }
    .bad { --tone: var(--bad); } .neutral { --tone: var(--soft); }
    .cards {
      display: grid; grid-template-columns: repeat(3, 1fr); margin: 0;
      border-left: 1px solid; border-left-color: var(--rule);
    }
    .card { padding: 4px 14px 18px 18px; border-right: 1px solid; border-right-color: var(--rule); min-width: 0; }
    .card:nth-child(n + 4) { border-top: 1px solid; border-top-color: var(--rule); padding-top: 18px; }
    .card dt { color: var(--soft); font-size: 13.5px; }
    .card dd { margin: 0; }
    .card .value { font-size: 28px; line-height: 1.25; font-weight: 700; letter-spacing: -0.02em; }
    .card .value sup { font-size: 15px; font-weight: 400; letter-spacing: 0; line-height: 0; }
    .card .detail { font-size: 13px; line-height: 1.45; color: var(--soft); }
    .card .change { margin-top: 6px; font-size: 13px; color: var(--tone); }
    .card .change .arrow { font-size: 11px; }
    .card .meter { position: relative; height: 8px; margin: 8px 0 9px; background-color: var(--accent-soft); }
    .meter i { position: absolute; top: 0; bottom: 0; left: 0; background-color: var(--accent); }
    .meter b { position: absolute; top: -3px; bottom: -3px; width: 2px; margin-left: -1px; background-color: var(--ink); }
    svg.chart { display: block; width: 100%; height: auto; overflow: visible; }
    svg.narrow { display: none; }
    svg text { font-size: 12px; fill: var(--soft); font-family: inherit; }
    svg .middle { text-anchor: middle; } svg .end { text-anchor: end; }
    svg .strong { font-weight: 700; font-size: 13px; }
    svg .actual-name { fill: var(--accent); } svg .value { fill: var(--ink); }
    svg .grid { stroke: var(--rule); stroke-width: 1; } svg .axis { stroke: var(--soft); stroke-width: 1; }
    svg .highlight { fill: var(--faint); }
    svg .actual { fill: none; stroke: var(--accent); stroke-width: 2.5; stroke-linejoin: round; }
    svg .area { fill: var(--accent); opacity: 0.1; } svg .dot { fill: var(--accent); }
    svg .target { fill: none; stroke: var(--soft); stroke-width: 1.5; stroke-dasharray: 6 4; }
    svg .projection { fill: none; stroke: var(--accent); stroke-width: 2; stroke-dasharray: 1.5 4; stroke-linecap: round; }
    svg .bar { fill: var(--accent); } svg .before { stroke: var(--ink); stroke-width: 2; }
    svg.spark { float: left; margin: 0 8px 0 4px; opacity: 0.7; }
    .legend { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 10px 0 0; padding: 0; list-style: none; }
    .legend li { font-size: 13px; color: var(--soft); }
    .legend i {
      display: inline-block; width: 22px; margin-right: 7px; vertical-align: 4px;
      border-top: 2.5px solid; border-top-color: var(--accent);
    }
    .legend i.dashed { border-top: 1.5px dashed; border-top-color: var(--soft); }
    .legend i.dotted { border-top: 2.5px dotted; border-top-color: var(--accent); }
    .legend i.mark {
      width: 0; height: 13px; border: 0; border-left: 2px solid; border-left-color: var(--ink); vertical-align: -2px;
    }
    figure { margin: 0 0 8px; }
    figure + figure, .tablewrap + figure, .cards + figure { margin-top: 28px; }
    figcaption, caption { margin-bottom: 12px; text-align: left; color: var(--soft); font-size: 13.5px; }
    caption { margin-bottom: 6px; }
    .tablewrap { overflow-x: auto; margin-bottom: 12px; }
    * + .tablewrap { margin-top: 22px; }
    h2 + .tablewrap { margin-top: 0; }
    table { width: 100%; border-collapse: collapse; font-size: 13.5px; line-height: 1.4; }
    th, td {
      padding: 7px 0 7px 12px; text-align: left; vertical-align: top;
      border-bottom: 1px solid; border-bottom-color: var(--faint);
    }
    th:first-child, td:first-child { padding-left: 0; }
    thead th { color: var(--soft); font-weight: 400; font-size: 12.5px; line-height: 1.25; vertical-align: bottom; }
    thead th { border-bottom: 1px solid; border-bottom-color: var(--soft); }
    .figure { text-align: right; white-space: nowrap; } thead .figure { white-space: normal; }
    i.open { margin-right: -0.6em; font-style: normal; }
    tbody th { font-weight: 400; }
    .date { white-space: nowrap; }
    td.hash {
      overflow-wrap: anywhere; color: var(--soft);
      font: 11px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace;
    }
    td small, th small { display: block; color: var(--soft); font-size: 12px; }
    tfoot th, tfoot td { font-weight: 700; border-top: 1px solid; border-top-color: var(--soft); border-bottom: 0; }
    ul.points { margin: 0 0 12px; padding-left: 18px; max-width: 70ch; } ul.points li { margin: 5px 0; }
    .note { margin-top: 14px; color: var(--soft); font-size: 13px; }
    pre {
      margin: 0 0 12px; padding: 12px 14px; background-color: var(--faint); white-space: pre-wrap; overflow-wrap: anywhere;
      font: 12.5px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace;
    }
    footer { margin-top: 40px; padding-top: 16px; border-top: 1px solid; border-top-color: var(--rule); }
    footer p { margin: 0 0 4px; color: var(--soft); font-size: 12.5px; max-width: none; }
    @media screen and (max-width: 640px) {
      main { margin: 0; padding: 26px 16px 32px; }
      h1 { font-size: 27px; } .sub { font-size: 16px; }
      dl.facts { gap: 12px 24px; }
      section dl.facts div { grid-template-columns: 1fr; gap: 0; }
      .verdict { margin-left: -16px; margin-right: -16px; padding: 16px; }
      .cards { grid-template-columns: repeat(2, 1fr); border-left: 0; }
      .card { padding: 4px 10px 14px 12px; }
      .card:nth-child(odd) { padding-left: 0; } .card:nth-child(even) { border-right: 0; }
      .card:nth-child(n + 3) { border-top: 1px solid; border-top-color: var(--rule); padding-top: 14px; }
      .card .value { font-size: 22px; }
      svg.wide { display: none; } svg.narrow { display: block; }
      thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      table, caption, tbody, tfoot, tr, th, td { display: block; }
      caption { width: 100%; }
      tr { padding: 10px 0; border-bottom: 1px solid; border-bottom-color: var(--rule); }
      th, td { padding: 2px 0; border: 0; white-space: normal; }
      td.figure { display: flex; justify-content: space-between; gap: 16px; }
      td[data-label]::before { content: attr(data-label); color: var(--soft); font-weight: 400; text-align: left; }
      td:not(.figure)[data-label]::before { content: attr(data-label) ": "; }
      tbody th { font-weight: 700; } .date { white-space: nowrap; }
    td small, th small { font-weight: 400; }
      td.blank { display: none; }
      tfoot tr { border-top: 2px solid; border-top-color: var(--ink); border-bottom: 0; }
      tfoot th, tfoot td { border: 0; }
    }
    @page {
      size: A4; margin: 16mm 15mm 18mm;
      @bottom-right { content: counter(page) " / " counter(pages); font: 8.5pt Arial, sans-serif; color: #56626a; }
    }
    @media print {
      :root {
        color-scheme: light;
        --paper: #ffffff; --ground: #ffffff; --ink: #000000; --soft: #4a5459; --rule: #c9cdca; --faint: #f0f1ef;
        --accent: #0b5560; --accent-soft: #cfe2e3; --good: #1d6b42; --caution: #8a5200; --bad: #9c2730;
      }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      body { font-size: 10pt; }
      main { max-width: none; margin: 0; padding: 0; }
      h1 { font-size: 23pt; } .sub { font-size: 12pt; } .verdict p { font-size: 12pt; }
      .cards { display: block; border-left: 0; }
      .card, .card:nth-child(n + 4) {
        display: inline-block; width: 32.5%; padding: 2pt 8pt 10pt 0; border: 0; vertical-align: top;
      }
      .card .value { font-size: 18pt; }
      dl.facts { display: block; } dl.facts div { display: inline-block; margin: 0 24pt 8pt 0; vertical-align: top; }
      section dl.facts div { display: block; margin: 0; overflow: hidden; }
      section dl.facts dt { float: left; width: 100pt; } section dl.facts dd { margin-left: 112pt; }
      .legend { display: block; } .legend li { display: inline-block; margin-right: 16pt; }
      section { margin-top: 15pt; padding-top: 10pt; } p, dd, li { orphans: 3; widows: 3; }
      section dl.facts div { padding: 4px 0; } section dl.facts dd, section dl.facts dt { font-size: 9pt; }
      footer { margin-top: 12pt; padding-top: 8pt; } svg.chart { max-height: 62mm; }
      h2, figcaption, caption, thead { break-after: avoid; } p + .tablewrap { break-before: avoid; }
      tbody tr:first-child, tfoot, dl.facts, footer { break-before: avoid; }
      section dl.facts div { break-inside: avoid; } section dl.facts div:first-child { break-after: avoid; }
      .verdict, .card, figure, tr, pre, li { break-inside: avoid; }
      thead { display: table-header-group; } tfoot { display: table-row-group; }
      table { font-size: 8.5pt; } .tablewrap { overflow: visible; }
      svg.spark { float: none; display: inline-block; vertical-align: -1px; }
    }
    """
}
