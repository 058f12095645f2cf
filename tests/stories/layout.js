// What is wrong with how a page is laid out: pixels that it is too wide, texts that lie over one another, links too
// small to hit. Inline neighbours, hidden text and what scrolls on its own are left out.
() => {
  const BLOCKS = "h1,h2,h3,p,li,dt,dd,th,td,label,button,select,input,blockquote";
  const INSIDE = "p,li,ul,ol,dl,dt,dd,h2,h3,blockquote,div,label";
  const short = (one) => one.textContent.trim().slice(0, 40);
  const leaves = [...document.querySelectorAll(`main :is(${BLOCKS}), header :is(p,li), footer :is(p,li)`)].filter((one) =>
    !one.closest(".sr, svg, .scroll") && one.checkVisibility() && ![...one.children].some((child) => child.matches(INSIDE)));
  const boxes = leaves.map((one) => [one, one.getBoundingClientRect()]).filter(([, box]) => box.width > 1 && box.height > 1);
  const over = [];
  boxes.forEach(([one, a], place) => {
    for (const [two, b] of boxes.slice(place + 1, place + 40)) {
      if (one.contains(two) || two.contains(one)) continue;
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 3 && down > 3) over.push([short(one), short(two)]);
    }
  });
  const small = [...document.querySelectorAll("main a, main button, nav a")].filter((one) =>
    one.checkVisibility() && one.getClientRects().length === 1 && one.getBoundingClientRect().height < 16).map(short);
  return { wide: document.documentElement.scrollWidth - innerWidth, over, small };
}
