// Explanations at what the pointer or the focus is on. Escape closes them; the pointer may go onto them.

class Tooltip {
    #box = document.getElementById('page-tip');
    #lines = new WeakMap();
    #target = null;
    #leaving = 0;

    constructor() {
        document.addEventListener('mouseover', (event) => this.#enter(event.target));
        document.addEventListener('focusin', (event) => this.#enter(event.target, true));
        document.addEventListener('focusout', () => this.hide());
        document.addEventListener('keydown', (event) => {
            if (event.key === 'Escape' && !this.#box.hidden) this.hide();
        });
        addEventListener('scroll', () => {
            // The focus or the pointer may have come with a scroll.
            if (this.#target && (this.#target === document.activeElement || this.#target.matches(':hover'))) this.#place();
            else this.hide();
        }, { passive: true });
    }

    /** Has an element explained. */
    explain(node, lines) {
        this.#lines.set(node, lines);
    }

    #enter(node, isFocus) {
        clearTimeout(this.#leaving);
        if (this.#box.contains(node)) return;
        let target = node;
        while (target instanceof Element && !this.#lines.has(target)) target = target.parentNode;
        if (target instanceof Element) {
            if (target !== this.#target || this.#box.hidden) this.#show(target);
        } else if (!isFocus && this.#target !== document.activeElement) {
            // Time enough to go onto the box. What has the focus stays explained while the pointer rests elsewhere.
            this.#leaving = setTimeout(() => this.hide(), 200);
        }
    }

    #show(target) {
        this.#target = target;
        this.#box.replaceChildren(...this.#lines.get(target).map((line) => element('p', { class: line.class ?? null }, line.text)));
        this.#box.hidden = false;
        this.#place();
    }

    /** Below the target, or above it where there is no room. */
    #place() {
        const [place, size] = [this.#target.getClientRects()[0], this.#box.getBoundingClientRect()];
        if (!place) return this.hide();
        const room = document.documentElement.clientWidth - size.width - 8;
        const below = place.bottom + 6;
        const isBelow = below + size.height < innerHeight || place.top - 6 - size.height < 0;
        this.#box.style.left = `${Math.max(8, Math.min(place.left, room))}px`;
        this.#box.style.top = `${isBelow ? below : place.top - 6 - size.height}px`;
    }

    hide() {
        clearTimeout(this.#leaving);
        this.#box.hidden = true;
        this.#target = null;
    }
}

const tooltip = new Tooltip();
