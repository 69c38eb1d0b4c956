// Looks at the page as it is drawn and returns what is wrong with it, one sentence each.
(() => {
  const faults = [];
  const name = (element) => {
    const text = (element.textContent ?? "").trim().slice(0, 40);
    return `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} "${text}"`;
  };
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".unseen, .skip");

  // Nothing is wider than the window.
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) {
    const wide = [...document.querySelectorAll("body *")].filter(
      (element) => isShown(element) && element.getBoundingClientRect().right > clientWidth + 1 && !element.closest(".scroll, svg"));
    faults.push(`the page is ${scrollWidth} wide in a window of ${clientWidth}: ${wide.slice(0, 3).map(name).join("; ")}`);
  }

  // Contrast of all text, that of drawings and shaded tokens too.
  const parse = (color) => {
    const parts = color.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
    return { rgb: parts.slice(0, 3), alpha: parts.length > 3 ? parts[3] : 1 };
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const over = (top, bottom) => top.rgb.map((value, index) => value * top.alpha + bottom[index] * (1 - top.alpha));
  const background = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const layer = parse(getComputedStyle(at).backgroundColor);
      if (layer.alpha > 0) layers.push(layer);
      if (layer.alpha === 1) break;
    }
    return layers.reverse().reduce((bottom, layer) => over(layer, bottom), [255, 255, 255]);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  let leastContrast = 21;
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || seen.has(element) || element.closest("script, style, title, desc, option")) continue;
    seen.add(element);
    if (!isShown(element)) continue;
    const style = getComputedStyle(element);
    const ink = parse(element.closest("svg") ? style.fill : style.color);
    const paper = background(element);
    const [light, dark] = [luminance(over(ink, paper)), luminance(paper)].sort((a, b) => b - a);
    const contrast = (light + 0.05) / (dark + 0.05);
    leastContrast = Math.min(leastContrast, contrast);
    if (contrast < 4.5) faults.push(`contrast ${contrast.toFixed(2)}: ${name(element)}`);
  }

  // Drawings: named, described, within their frame, no text on text.
  for (const svg of document.querySelectorAll("svg")) {
    if (!isShown(svg)) continue;
    const texts = [...svg.querySelectorAll("text")].map((text) => ({ text, box: text.getBoundingClientRect() }));
    const label = document.getElementById(svg.getAttribute("aria-labelledby"));
    const description = document.getElementById(svg.getAttribute("aria-describedby"));
    if (svg.getAttribute("role") !== "img" || !label?.textContent || !description?.textContent) {
      faults.push(`a drawing without a name or a description: ${name(svg)}`);
    }
    const frame = svg.getBoundingClientRect();
    for (const [index, { text, box }] of texts.entries()) {
      if (parseFloat(getComputedStyle(text).fontSize) * (frame.width / svg.viewBox.baseVal.width) < 10.5) {
        faults.push(`text is drawn too small: ${name(text)}`);
      }
      if (box.left < frame.left - 7 || box.right > frame.right + 7 || box.top < frame.top - 2 || box.bottom > frame.bottom + 3) {
        faults.push(`text leaves its drawing "${label?.textContent}": ${name(text)}`);
      }
      for (const other of texts.slice(index + 1)) {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (across > 1.5 && down > 3.5) faults.push(`text on text in "${label?.textContent}": ${name(text)} and ${name(other.text)}`);
      }
    }
  }

  // Whatever can be used has a name, and the keyboard reaches it.
  for (const control of document.querySelectorAll("input, select, button, a[href], summary")) {
    if (!isShown(control)) continue;
    const said = control.labels?.length ? [...control.labels].map((label) => label.textContent).join("") : control.textContent;
    if (!(said || control.getAttribute("aria-label") || "").trim()) faults.push(`no name: ${name(control)}`);
    if (control.tabIndex < 0) faults.push(`the keyboard does not reach ${name(control)}`);
  }

  // Text of the corpus has become no element.
  const strange = document.querySelectorAll("img, iframe, object, embed, link:not([rel=icon]), base, script:not([nonce]), style:not([nonce])");
  if (strange.length > 0) faults.push(`elements that the page does not have: ${[...strange].map(name).join("; ")}`);
  for (const element of document.querySelectorAll("*")) {
    for (const { name: attribute } of element.attributes) {
      if (attribute.startsWith("on") || attribute === "style") faults.push(`attribute ${attribute}: ${name(element)}`);
    }
  }
  return { faults, leastContrast };
})();
