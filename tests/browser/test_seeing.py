"""What is seen when letters are large, colours are forced or motion is unwanted, and where the keyboard is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from barriers import settled
from playwright.sync_api import Browser, BrowserContext, Page, expect
from steps_of_a_person import editor, fill, side

from postwright.model.brief import Brief, Organisation

PAGES = ("", "new", "write?posting={}&step=Brief", "write?posting={}&step=Text", "write?posting={}&step=Export",
         "check", "review", "organisation", "model", "about")  # fmt: skip
OUTSIDE = """() => {
  const width = document.documentElement.clientWidth;
  const cut = [];
  const look = (root) => {
    for (const each of root.querySelectorAll('*')) {
      if (each.shadowRoot) look(each.shadowRoot);
      const box = each.getBoundingClientRect();
      const style = getComputedStyle(each);
      if (!box.width || !box.height || box.width <= 2 || style.visibility === 'hidden') continue;
      const words = [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
      if (!words || !each.checkVisibility()) continue;
      if (box.right <= width + 1 && box.left >= -1) continue;
      let scrolls = false;
      for (let up = each; up; up = up.parentElement ?? up.getRootNode().host)
        if (/auto|scroll/.test(getComputedStyle(up).overflowX) && up.scrollWidth > up.clientWidth) scrolls = true;
      const edges = `${Math.round(box.left)}-${Math.round(box.right)}`;
      if (!scrolls) cut.push(`${each.tagName} ${each.textContent.trim().slice(0, 60)} ${edges}`);
    }
  };
  look(document.querySelector('[data-testid=stMain]'));
  return cut;
}"""
"""The words of the page that stand beyond its edges, where nobody can scroll to them."""
CUT = """() => [...document.querySelectorAll('.st-key-step *')]
  .filter((each) => each.clientWidth > 2 && each.scrollWidth > each.clientWidth + 1).map((each) => each.textContent)"""
"""The parts of the bar of steps that are wider than their place."""
FOCUSED = """() => {
  let each = document.activeElement;
  while (each?.shadowRoot?.activeElement) each = each.shadowRoot.activeElement;
  if (!each || each === document.body) return null;
  window.seen ??= new Set();
  const first = !window.seen.has(each);
  window.seen.add(each);
  const rgb = (colour) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (colour) => {
    const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = rgb(colour).slice(0, 3).map((part) => linear(part / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (at) => {
    for (let up = at; up; up = up.parentElement ?? up.getRootNode().host) {
      const colour = getComputedStyle(up).backgroundColor;
      if (rgb(colour)[3] === 255) return colour;
    }
    return getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor;
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const rings = [];
  let depth = 0;
  for (let up = each; up && depth < 6; up = up.parentElement ?? up.getRootNode().host, depth++) {
    const boxed = (part) => part && getComputedStyle(part).display !== 'contents';
    const hidden = (part) => boxed(part) && part.getBoundingClientRect().width <= 2;
    if ([up, up.parentElement].some(hidden)) continue;
    const style = getComputedStyle(up);
    const ground = behind(up.parentElement ?? up.getRootNode().host ?? document.body);
    const drawn = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
    if (drawn) rings.push(contrast(style.outlineColor, ground));
    const shadow = style.boxShadow.match(/^(rgba?\\([^)]*\\)|color\\([^)]*\\)) 0px 0px 0px ([\\d.]+)px/);
    if (shadow && parseFloat(shadow[2]) >= 1) rings.push(contrast(shadow[1], ground));
  }
  const words = each.getAttribute('aria-label') || each.textContent.trim().slice(0, 50) || each.outerHTML.slice(0, 120);
  return { name: `${each.tagName} ${words}`, ring: Math.max(0, ...rings), first };
}"""
"""What has the focus, and the contrast of the strongest ring that says so."""
LEAST = 3.0
"""The contrast that WCAG 2.2 asks of what shows the focus (1.4.11, 2.4.13)."""


@pytest.fixture(scope="module")
def postings(running) -> tuple[str, str]:
    """Return the ids of a posting with findings and of a sound one."""
    desk = running.desk()
    return desk.new_example("inflated_junior_developer"), desk.new_example("senior_software_systems_engineer")


@pytest.fixture
def window(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Return a window with the settings that the test asks for."""
    context: BrowserContext = browser.new_context(**request.param)
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


def opened(page: Page, url: str, address: str) -> None:
    """Open a page and wait until it is drawn."""
    page.goto(f"{url}/{address}")
    expect(page.locator("h1").first).to_be_visible()
    if "step=Text" in address:
        expect(side(page).locator(".pw-badge").first).to_be_visible()
    settled(page)


def beyond(page: Page) -> list[str]:
    wide = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    return [*page.evaluate(OUTSIDE), *([f"the page scrolls sideways: {wide}"] if wide[0] > wide[1] else [])]


@pytest.mark.parametrize(
    "window", [{"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2}], indirect=True, ids=["zoom"]
)
def test_nothing_is_lost_at_a_zoom_of_200_percent(window: Page, running, postings) -> None:
    lost = {}
    for address in PAGES:
        opened(window, running.url, address.format(postings[0]))
        lost[address] = beyond(window)
    assert {address: words for address, words in lost.items() if words} == {}


@pytest.mark.parametrize("window", [{"viewport": {"width": 1280, "height": 900}}], indirect=True, ids=["letters"])
def test_nothing_is_lost_when_letters_alone_are_twice_as_large(window: Page, running, postings) -> None:
    lost = {}
    for address in PAGES:
        opened(window, running.url, address.format(postings[0]))
        window.add_style_tag(content="html { font-size: 32px !important; }")
        settled(window)
        lost[address] = beyond(window)
    assert {address: words for address, words in lost.items() if words} == {}


@pytest.mark.parametrize("window", [{"viewport": {"width": 1280, "height": 900}}], indirect=True, ids=["letters"])
def test_no_step_is_cut_when_letters_alone_are_twice_as_large(window: Page, running, postings) -> None:
    opened(window, running.url, PAGES[2].format(postings[0]))
    window.add_style_tag(content="html { font-size: 32px !important; }")
    settled(window)
    assert window.evaluate(CUT) == []


@pytest.mark.parametrize("window", [{"viewport": {"width": 320, "height": 800}}], indirect=True, ids=["phone"])
def test_nothing_is_lost_at_a_width_of_320(window: Page, running, postings) -> None:
    lost = {}
    for address in PAGES:
        opened(window, running.url, address.format(postings[0]))
        lost[address] = beyond(window)
    assert {address: words for address, words in lost.items() if words} == {}


def tabbed(page: Page) -> Iterator[dict[str, object]]:
    """Go from place to place with Tab until all were reached; yield each."""
    for _ in range(200):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None:
            continue  # behind the last place the browser's own bar has the focus
        if not focused["first"]:
            return
        if focused["ring"] < LEAST:
            page.wait_for_timeout(500)  # the page is told late that a frame has the focus
            focused = page.evaluate(FOCUSED)
        yield focused


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_whatever_has_the_focus_is_seen_to_have_it(browser: Browser, running, postings, scheme) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
    context.set_default_timeout(60_000)
    page = context.new_page()
    unseen = []
    for address in PAGES:
        opened(page, running.url, address.format(postings[0]))
        reached = list(tabbed(page))
        assert len(reached) > len(PAGES), f"{address}: only {len(reached)} places were reached"
        unseen += [f"{address}: {each['name']}, {each['ring']:.2f}" for each in reached if each["ring"] < LEAST]
    context.close()
    assert not unseen, "\n".join(unseen)


def test_a_chosen_value_among_several_is_seen_to_have_the_focus(page: Page, server) -> None:
    server.desk().save_organisation(Organisation.model_validate({"supervisors_at": ["US-NY", "US-CO"]}))
    opened(page, server.url, "organisation")
    page.locator("[data-tag]").first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")  # focus that comes by key
    focused = page.evaluate(FOCUSED)
    assert "New York" in focused["name"]
    assert focused["ring"] >= LEAST


FORCED = {"viewport": {"width": 1280, "height": 900}, "forced_colors": "active"}
DRAWN_AS = """each => {
  const { backgroundColor, borderBottomColor, borderBottomWidth, outlineStyle, outlineColor } = getComputedStyle(each);
  return [backgroundColor, borderBottomColor, borderBottomWidth, outlineStyle, outlineColor].join(' ');
}"""


def differ(page: Page, chosen: str, other: str) -> bool:
    """Return whether what is chosen is drawn in another way than what is not; letters and their weight aside."""
    one, two = (page.locator(which).first for which in (chosen, other))
    expect(one).to_be_visible()
    return bool(one.evaluate(DRAWN_AS) != two.evaluate(DRAWN_AS))


@pytest.mark.parametrize("window", [FORCED], indirect=True, ids=["forced"])
def test_forced_colours_leave_underlines_choices_and_the_focus_to_be_seen(window: Page, running, postings) -> None:
    opened(window, running.url, f"write?posting={postings[0]}&step=Text")
    lines = "e => { const s = getComputedStyle(e); return `${s.textDecorationLine} ${s.textDecorationStyle}`; }"
    drawn = {name: window.locator(f".pw-mark.pw-{name}").first.evaluate(lines) for name in ("error", "warning")}
    assert drawn == {"error": "underline solid", "warning": "underline dashed"}
    editor(window).focus()
    expect(window.locator(".pw-frame")).to_have_css("outline-style", "solid")
    window.keyboard.press("F8")
    assert differ(window, ".pw-mark.pw-active", ".pw-mark:not(.pw-active)")
    expect(window.locator(".pw-item[data-active]")).to_have_count(1)
    edges = window.locator(".pw-item[data-active], .pw-item:not([data-active])").evaluate_all(
        "all => all.map(each => getComputedStyle(each).borderLeftColor)"
    )
    assert len(set(edges)) == 2
    assert differ(window, ".pw-tab[aria-selected=true]", ".pw-tab[aria-selected=false]")
    assert differ(window, "[role=radio][aria-checked=true]", "[role=radio][aria-checked=false]")
    assert differ(window, "[data-testid=stTopNavLink][aria-current]", "[data-testid=stTopNavLink]:not([aria-current])")
    opened(window, running.url, f"write?posting={postings[0]}&step=Export")
    assert differ(window, ".bar [aria-pressed=true]", ".bar [aria-pressed=false]")
    opened(window, running.url, "organisation")
    switch = window.get_by_test_id("stCheckbox").first.locator("label > div").first
    expect(switch).to_have_css("border-top-style", "solid")
    before = switch.evaluate(DRAWN_AS)
    switch.click()
    expect(window.get_by_role("switch")).not_to_be_checked()
    assert switch.evaluate(DRAWN_AS) != before
    switch.click()
    expect(window.get_by_role("switch")).to_be_checked()


def test_signs_are_for_the_eye_and_are_not_read_out(page: Page, running) -> None:
    posting = running.desk().new_from_brief(Brief.model_validate({"title": "Gardener", "must_have": ["A calm way"]}))
    opened(page, running.url, f"write?posting={posting}&step=Text")
    figure = page.locator(".pw-figure.pw-alert").first
    assert figure.evaluate("e => getComputedStyle(e, '::before').content") == '"! " / ""'
    expect(figure).to_have_accessible_name(figure.text_content() or "")
    assert "- text: Saved\n" in page.locator(".pw-left").aria_snapshot() + "\n"
    page.locator(".pw-figure").filter(has_text="Must-haves").click()
    assert "✓" not in page.locator(".pw-panel:visible").aria_snapshot()


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_what_has_just_changed_moves_only_where_motion_is_wanted(browser: Browser, running, motion) -> None:
    posting = running.desk().new_from_brief(Brief(title="Gardener"))
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion=motion)
    page = context.new_page()
    opened(page, running.url, f"write?posting={posting}&step=Brief")
    fill(page, "Job title", "Head gardener")
    changed = page.locator(".pw-draft .pw-changed").first
    expect(changed).to_have_css("animation-name", "pw-come" if motion == "no-preference" else "none")
    context.close()
